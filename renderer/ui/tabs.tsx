import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';

export interface TabItem<Id extends string> {
  id: Id;
  label: ReactNode;
  isDisabled?: boolean;
  content: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** Spoken name of the whole. */
  label: string;
  items: readonly TabItem<Id>[];
  selected: Id;
  onChange: (id: Id) => void;
}

export function Tabs<Id extends string>(props: TabsProps<Id>) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={props.selected}
      onSelectionChange={(key) => {
        const chosen = props.items.find((item) => item.id === key);
        if (chosen) props.onChange(chosen.id);
      }}
    >
      <TabList className="tab-list" aria-label={props.label}>
        {props.items.map((item) => (
          <Tab key={item.id} className="tab" id={item.id} isDisabled={item.isDisabled ?? false}>
            {item.label}
          </Tab>
        ))}
      </TabList>
      {props.items.map((item) => (
        <TabPanel key={item.id} className="tab-panel" id={item.id}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
