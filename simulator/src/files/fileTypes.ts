/** What NetSuite knows about a file type: how its content is kept, and what it is served as. */
interface FileTypeFacts {
  readonly binary: boolean;
  readonly contentType: string;
  readonly extensions: readonly string[];
}

const text = (contentType: string, ...extensions: string[]): FileTypeFacts => ({
  binary: false,
  contentType,
  extensions,
});
const binary = (contentType: string, ...extensions: string[]): FileTypeFacts => ({
  binary: true,
  contentType,
  extensions,
});

/** File types by the values of `file.Type` (N/file Type enumeration, section_4228802110). */
const FILE_TYPES: Readonly<Record<string, FileTypeFacts>> = {
  APPCACHE: text('text/cache-manifest', 'appcache'),
  AUTOCAD: binary('application/x-autocad', 'dwg'),
  BMPIMAGE: binary('image/x-xbitmap', 'bmp'),
  CERTIFICATE: text('application/x-x509-ca-cert', 'crt', 'cer', 'pem'),
  CONFIG: text('text/plain', 'config'),
  CSV: text('text/csv', 'csv'),
  EXCEL: binary('application/vnd.ms-excel', 'xls', 'xlsx'),
  FLASH: binary('application/x-shockwave-flash', 'swf'),
  FREEMARKER: text('text/html', 'ftl'),
  GIFIMAGE: binary('image/gif', 'gif'),
  GZIP: binary('application/x-gzip', 'gz'),
  HTMLDOC: text('text/html', 'html', 'htm'),
  ICON: binary('image/ico', 'ico'),
  JAVASCRIPT: text('text/javascript', 'js', 'mjs'),
  JPGIMAGE: binary('image/jpeg', 'jpg', 'jpeg'),
  JSON: text('application/json', 'json', 'map'),
  MESSAGERFC: text('message/rfc822', 'eml'),
  MP3: binary('audio/mpeg', 'mp3'),
  MPEGMOVIE: binary('video/mpeg', 'mpeg', 'mpg'),
  MSPROJECT: binary('application/vnd.ms-project', 'mpp'),
  PDF: binary('application/pdf', 'pdf'),
  PJPGIMAGE: binary('image/pjpeg', 'pjpeg'),
  PLAINTEXT: text('text/plain', 'txt', 'md', 'log', 'yaml', 'yml', 'ts'),
  PNGIMAGE: binary('image/x-png', 'png'),
  POSTSCRIPT: text('application/postscript', 'ps'),
  POWERPOINT: binary('application/vnd.ms-powerpoint', 'ppt', 'pptx'),
  QUICKTIME: binary('video/quicktime', 'mov'),
  RTF: text('application/rtf', 'rtf'),
  SCSS: text('text/scss', 'scss'),
  SMS: text('application/sms', 'sms'),
  STYLESHEET: text('text/css', 'css'),
  SVG: text('image/svg+xml', 'svg'),
  TAR: binary('application/x-tar', 'tar'),
  TIFFIMAGE: binary('image/tiff', 'tif', 'tiff'),
  VISIO: binary('application/vnd.visio', 'vsd'),
  WEBAPPPAGE: text('text/html', 'ssp'),
  WEBAPPSCRIPT: text('text/javascript', 'ss'),
  WORD: binary('application/msword', 'doc', 'docx'),
  XMLDOC: text('text/xml', 'xml', 'xsd', 'xlf'),
  XSD: text('text/xml'),
  ZIP: binary('application/zip', 'zip'),
};

const BY_EXTENSION = new Map(
  Object.entries(FILE_TYPES).flatMap(([type, facts]) =>
    facts.extensions.map((extension) => [extension, type] as const),
  ),
);

/** True for the values of `file.Type`. */
export function isFileType(type: string): boolean {
  return type in FILE_TYPES;
}

/** The type of a file that is uploaded, by the ending of its name; MISCBINARY where NetSuite knows none. */
export function fileTypeOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return (dot >= 0 && BY_EXTENSION.get(name.slice(dot + 1).toLowerCase())) || 'MISCBINARY';
}

/** True where content is given and read as base64. */
export function isBinaryType(type: string): boolean {
  return FILE_TYPES[type]?.binary ?? true;
}

export function contentTypeOf(type: string): string {
  return FILE_TYPES[type]?.contentType ?? 'application/octet-stream';
}
