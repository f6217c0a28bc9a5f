import type { PageButton } from '../../../kernel/page';
import { optionalText } from './arguments';

/** A button of a form, list or sublist (section_4321345532). */
export class Button {
  isDisabled = false;
  isHidden = false;
  label: string;
  readonly #id: string | null;
  readonly #functionName: string | null;

  constructor(options: { id?: string; label: string; functionName?: string }) {
    this.label = options.label;
    this.#id = optionalText(options.id);
    this.#functionName = optionalText(options.functionName);
  }

  static data(button: Button): PageButton {
    return {
      id: button.#id,
      label: String(button.label),
      functionName: button.#functionName,
      isDisabled: button.isDisabled === true,
      isHidden: button.isHidden === true,
    };
  }

  static id(button: Button): string | null {
    return button.#id;
  }

  toString(): string {
    return 'serverWidget.Button';
  }
}
