import { NotInStandInError, throwByName } from '../not-in-stand-in.ts';

/** A menu that nobody sees: its template is kept, its accelerators do nothing. */
class StandInMenu {
  readonly items: readonly unknown[];

  constructor(items: readonly unknown[] = []) {
    this.items = items;
  }

  popup(): never {
    throw new NotInStandInError('menu.popup');
  }
}

let applicationMenu: StandInMenu | null = null;

export const Menu = throwByName(
  'Menu',
  Object.assign(StandInMenu, {
    setApplicationMenu: (menu: StandInMenu | null) => {
      applicationMenu = menu;
    },
    getApplicationMenu: () => applicationMenu,
    buildFromTemplate: (template: readonly unknown[]) => throwByName('menu', new StandInMenu(template)),
  }),
);
