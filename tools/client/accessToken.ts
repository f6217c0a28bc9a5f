import { importPKCS8, SignJWT } from 'jose';

/** An OAuth 2.0 client credentials mapping, as Setup > Integration > OAuth 2.0 Client Credentials (M2M) makes it. */
export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly certificateId: string;
  /** PKCS #8, PEM. */
  readonly privateKey: string;
  /** PS256 or ES256, for example. */
  readonly algorithm: string;
}

/** Milliseconds for which an assertion may be used; NetSuite takes up to an hour. */
const lifetime = 5 * 60_000;

/**
 * Asks NetSuite for an access token with a signed assertion (section_162790605110).
 * @param now milliseconds since 1970 UTC
 * @throws Error with NetSuite's answer when it is refused
 */
export async function fetchAccessToken(credentials: ClientCredentials, now: number): Promise<string> {
  const { tokenUrl, clientId, certificateId, privateKey, algorithm } = credentials;
  const assertion = await new SignJWT({ scope: ['restlets', 'rest_webservices'] })
    .setProtectedHeader({ typ: 'JWT', alg: algorithm, kid: certificateId })
    .setIssuer(clientId)
    .setAudience(tokenUrl)
    .setIssuedAt(new Date(now))
    .setExpirationTime(new Date(now + lifetime))
    .sign(await importPKCS8(privateKey, algorithm));
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`No access token (${response.status}): ${answer}`);
  return (JSON.parse(answer) as { access_token: string }).access_token;
}
