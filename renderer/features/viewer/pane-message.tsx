import { Button } from '../../ui/button.tsx';

export interface PaneAction {
  label: string;
  onPress: () => void;
  isBusy?: boolean;
}

interface Props {
  tone: 'quiet' | 'problem';
  title: string;
  text: string;
  actions?: readonly PaneAction[];
}

/** What stands in the viewer where there is nothing to look at. */
export function PaneMessage({ tone, title, text, actions = [] }: Props) {
  return (
    <div className="viewer-message" data-tone={tone} role="status">
      <p className="viewer-message-title">{title}</p>
      <p>{text}</p>
      {actions.map((action) => (
        <Button key={action.label} isPending={action.isBusy === true} onPress={action.onPress}>
          {action.label}
        </Button>
      ))}
    </div>
  );
}
