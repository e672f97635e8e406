import * as englishModule from 'react-aria-components/i18n/en-US';
import type { LocalizedString } from '@internationalized/string';

type Dictionary = Record<string, Record<string, LocalizedString>>;

/** The package declares this default export as a type only; it is the dictionary itself. */
const english = (englishModule as unknown as { default: Dictionary }).default;

/** React Aria's own words (spoken hints, labels of its inner buttons), of which it has none in Hindi. */
const hindi: Dictionary = {
  '@react-aria/breadcrumbs': { breadcrumbs: 'मार्ग' },
  '@react-aria/combobox': {
    buttonLabel: 'सुझाव दिखाएँ',
    listboxLabel: 'सुझाव',
    selectedAnnouncement: (args) => `${args?.['optionText']}, चुना गया`,
  },
  '@react-aria/grid': {
    deselectedItem: (args) => `${args?.['item']} चुना हुआ नहीं।`,
    select: 'चुनें',
    selectedCount: (args) => (args?.['count'] === 0 ? 'कुछ भी चुना हुआ नहीं।' : `${args?.['count']} चुने हुए।`),
    selectedAll: 'सभी चुने हुए।',
    selectedItem: (args) => `${args?.['item']} चुना हुआ।`,
    longPressToSelect: 'चुनने के लिए देर तक दबाएँ।',
  },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'पंक्ति पर कार्यवाही है',
    hasLinkAnnouncement: (args) => `पंक्ति में कड़ी: ${args?.['link']}`,
  },
  '@react-aria/menu': { longPressMessage: 'सूची खोलने के लिए देर तक दबाएँ, या Alt + नीचे तीर' },
  '@react-aria/numberfield': {
    decrease: (args) => `${args?.['fieldLabel']} घटाएँ`.trim(),
    increase: (args) => `${args?.['fieldLabel']} बढ़ाएँ`.trim(),
    numberField: 'संख्या',
  },
  '@react-aria/overlays': { dismiss: 'बंद करें' },
  '@react-aria/searchfield': { 'Clear search': 'खोज खाली करें' },
  '@react-aria/spinbutton': { Empty: 'खाली' },
  '@react-aria/table': {
    select: 'चुनें',
    selectAll: 'सभी चुनें',
    sortable: 'क्रम योग्य स्तंभ',
    ascending: 'आरोही',
    descending: 'अवरोही',
    ascendingSort: (args) => `${args?.['columnName']} के आरोही क्रम में`,
    descendingSort: (args) => `${args?.['columnName']} के अवरोही क्रम में`,
  },
  '@react-aria/tag': { removeDescription: 'हटाने के लिए Delete दबाएँ।', removeButtonLabel: 'हटाएँ' },
  '@react-aria/toast': {
    close: 'बंद करें',
    notifications: (args) => `${args?.['count']} सूचनाएँ।`,
  },
  '@react-aria/tree': { expand: 'खोलें', collapse: 'समेटें' },
  'react-aria-components': {
    colorSwatchPicker: 'रंग के नमूने',
    dropzoneLabel: 'यहाँ छोड़ें',
    selectPlaceholder: 'एक चुनें',
    tableResizer: 'चौड़ाई बदलें',
  },
};

/**
 * Gives React Aria its words, once, before the first control is drawn. It reads them once and keeps them, so each is
 * a function that looks up the language of the moment: the live switch needs no reload. What Hindi lacks here (parts
 * of React Aria that the window does not use) stays English.
 */
export function provideAriaStrings(isHindi: () => boolean): void {
  const global = window as unknown as Record<symbol, unknown>;
  global[Symbol.for('react-aria.i18n.locale')] = 'hi-IN';
  global[Symbol.for('react-aria.i18n.strings')] = Object.fromEntries(
    Object.entries(english).map(([name, strings]) => [name, bothLanguages(name, strings, isHindi)]),
  );
}

function bothLanguages(
  name: string,
  strings: Record<string, LocalizedString>,
  isHindi: () => boolean,
): Record<string, LocalizedString> {
  const both = Object.entries(strings).map(([key, englishText]): [string, LocalizedString] => [
    key,
    (args, formatter) => {
      const text = (isHindi() ? hindi[name]?.[key] : undefined) ?? englishText;
      return typeof text === 'function' ? text(args, formatter) : text;
    },
  ]);
  return Object.fromEntries(both);
}
