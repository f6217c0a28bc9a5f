import type { PageMessage } from '../../../kernel/page';
import type { Lacks, Module } from '../../moduleTypes';
import { defineModule, unsupported } from '../../unsupported';
import { enumerated, required } from './arguments';

/** Values as N/ui/message has them (section_1518470197). */
export const MessageType = Object.freeze({
  CONFIRMATION: 'CONFIRMATION',
  ERROR: 'ERROR',
  INFORMATION: 'INFORMATION',
  WARNING: 'WARNING',
});

export interface MessageOptions {
  /** A value of `message.Type`. */
  type: unknown;
  title?: string;
  message?: string;
  duration?: number;
}

/** A banner (section_1518470197). On the server it can only be handed to `Form.addPageInitMessage`. */
export class Message {
  readonly show: () => void = unsupported('N/ui/message Message.show on the server');
  readonly hide: () => void = unsupported('N/ui/message Message.hide on the server');
  readonly #data: PageMessage;

  constructor(options: MessageOptions) {
    const { type, title, message, duration } = required('message.create', options, 'type');
    this.#data = {
      type: enumerated(MessageType, type),
      title: String(title ?? ''),
      message: String(message ?? ''),
      duration: Number(duration ?? 0),
    };
  }

  static data(message: Message): PageMessage {
    return message.#data;
  }

  toString(): string {
    return 'message.Message';
  }
}

const implemented = {
  create: (options: MessageOptions): Message => new Message(options),
  Type: MessageType,
} satisfies Partial<Module<typeof import('N/ui/message')>>;

export const lacks: Lacks<typeof import('N/ui/message'), typeof implemented, never> = true;

export const message = defineModule('N/ui/message', implemented);
