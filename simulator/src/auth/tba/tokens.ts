import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';
import { newKey } from '../integrations';

/** An access token of token-based authentication: a user in a role, for one integration. */
export interface AccessToken {
  readonly tokenId: string;
  readonly tokenSecret: string;
  readonly integration: number;
  readonly entity: string;
  readonly role: string;
  readonly isActive: boolean;
}

interface TokenRow extends Row {
  readonly tokenid: string;
  readonly tokensecret: string;
  readonly integration: number;
  readonly entity: string;
  readonly role: string;
  readonly isinactive: string;
}

export function accessTokenOf(account: Account, tokenId: string): AccessToken | null {
  return toToken(account.store.get<TokenRow>('SELECT * FROM accesstoken WHERE tokenid = ?', [tokenId]));
}

/** The token of a user in a role for an integration; made where there is none. */
export function ensureAccessToken(account: Account, integration: number, entity: string, role: string): AccessToken {
  const find = (): AccessToken | null =>
    toToken(
      account.store.get<TokenRow>(
        "SELECT * FROM accesstoken WHERE integration = ? AND entity = ? AND role = ? AND isinactive = 'F'",
        [integration, entity, role],
      ),
    );
  const present = find();
  if (present) return present;
  account.store.run(
    `INSERT INTO accesstoken (tokenid, tokensecret, integration, entity, role, isinactive)
     VALUES (?, ?, ?, ?, ?, 'F')`,
    [newKey(), newKey(), integration, entity, role],
  );
  const made = find();
  if (!made) throw new Error('The access token was not stored.');
  return made;
}

function toToken(row: TokenRow | null): AccessToken | null {
  return (
    row && {
      tokenId: row.tokenid,
      tokenSecret: row.tokensecret,
      integration: row.integration,
      entity: row.entity,
      role: row.role,
      isActive: row.isinactive === 'F',
    }
  );
}
