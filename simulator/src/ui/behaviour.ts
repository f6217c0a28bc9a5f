/**
 * What a page does in the browser by itself: tabs with the arrow keys, Mark All and Refresh, lines of editors, banners
 * that go away. Without it a page still shows everything and can be sent.
 */
export const BEHAVIOUR = `
(() => {
  'use strict';
  for (const tabs of document.querySelectorAll('.tabs')) {
    const panels = [...tabs.children].filter((child) => child.classList.contains('panel'));
    if (panels.length < 2) continue;
    const list = document.createElement('div');
    list.className = 'tablist';
    list.setAttribute('role', 'tablist');
    const buttons = panels.map((panel) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = panel.dataset.label;
      button.id = panel.id + '_tab';
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', panel.id);
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', button.id);
      list.append(button);
      return button;
    });
    const choose = (chosen) => panels.forEach((panel, place) => {
      panel.hidden = place !== chosen;
      buttons[place].setAttribute('aria-selected', String(place === chosen));
      buttons[place].tabIndex = place === chosen ? 0 : -1;
    });
    buttons.forEach((button, place) => {
      button.addEventListener('click', () => choose(place));
      button.addEventListener('keydown', (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        const next = (place + step + buttons.length) % buttons.length;
        choose(next);
        buttons[next].focus();
      });
    });
    tabs.classList.add('live');
    tabs.prepend(list);
    choose(0);
  }
  const number = (sublist) => {
    const rows = [...sublist.querySelectorAll('tbody tr:not(.none)')];
    rows.forEach((row, place) => {
      for (const input of row.querySelectorAll('[name]')) {
        input.name = input.name.replace(/\\d+$/, place + 1);
        if (input.id) input.id = input.id.replace(/\\d+$/, place + 1);
        const label = input.getAttribute('aria-label');
        if (label) input.setAttribute('aria-label', label.replace(/\\d+$/, place + 1));
      }
      const remove = row.querySelector('[data-action=remove]');
      if (remove) remove.setAttribute('aria-label', 'Remove line ' + (place + 1));
    });
    const count = sublist.querySelector('[name="next' + CSS.escape(sublist.dataset.sublist) + 'idx"]');
    if (count) count.value = rows.length + 1;
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-action]');
    const sublist = button && button.closest('[data-sublist]');
    if (!sublist) return;
    const body = sublist.querySelector('tbody');
    switch (button.dataset.action) {
      case 'mark':
      case 'unmark':
        for (const box of body.querySelectorAll('input[type=checkbox]:not(:disabled)')) {
          box.checked = button.dataset.action === 'mark';
        }
        break;
      case 'refresh':
        location.reload();
        break;
      case 'add': {
        const line = body.lastElementChild.cloneNode(true);
        for (const input of line.querySelectorAll('input, select, textarea')) {
          if (input.type === 'checkbox') input.checked = false;
          else if (input.tagName === 'SELECT') input.selectedIndex = 0;
          else input.value = '';
        }
        body.append(line);
        number(sublist);
        line.querySelector('input, select, textarea')?.focus();
        break;
      }
      case 'remove':
        if (body.children.length > 1) button.closest('tr').remove();
        number(sublist);
        break;
    }
  });
  for (const banner of document.querySelectorAll('[data-duration]')) {
    setTimeout(() => banner.remove(), Number(banner.dataset.duration));
  }
})();
`;
