/** Values of `file.Type` are their names (section_4228802110). */
const TYPES = [
  'APPCACHE',
  'AUTOCAD',
  'BMPIMAGE',
  'CERTIFICATE',
  'CONFIG',
  'CSV',
  'EXCEL',
  'FLASH',
  'FREEMARKER',
  'GIFIMAGE',
  'GZIP',
  'HTMLDOC',
  'ICON',
  'JAVASCRIPT',
  'JPGIMAGE',
  'JSON',
  'MESSAGERFC',
  'MP3',
  'MPEGMOVIE',
  'MSPROJECT',
  'PDF',
  'PJPGIMAGE',
  'PLAINTEXT',
  'PNGIMAGE',
  'POSTSCRIPT',
  'POWERPOINT',
  'QUICKTIME',
  'RTF',
  'SCSS',
  'SMS',
  'STYLESHEET',
  'SVG',
  'TAR',
  'TIFFIMAGE',
  'VISIO',
  'WEBAPPPAGE',
  'WEBAPPSCRIPT',
  'WORD',
  'XMLDOC',
  'XSD',
  'ZIP',
] as const;

export type TypeName = (typeof TYPES)[number];

export const Type = Object.freeze(
  Object.fromEntries(TYPES.map((name) => [name, name])) as { readonly [Name in TypeName]: Name },
);

/** Character encodings (section_4223865404). */
export const Encoding = Object.freeze({
  UTF_8: 'UTF-8',
  WINDOWS_1252: 'windows-1252',
  ISO_8859_1: 'ISO-8859-1',
  GB18030: 'GB18030',
  SHIFT_JIS: 'SHIFT_JIS',
  MAC_ROMAN: 'MacRoman',
  GB2312: 'GB2312',
  BIG5: 'Big5',
});

export const NameConflictResolution = Object.freeze({
  FAIL: 'FAIL',
  OVERWRITE: 'OVERWRITE',
  RENAME_TO_UNIQUE: 'RENAME_TO_UNIQUE',
});
