import { Button } from '../../ui/button.tsx';

interface Props {
  tone: 'quiet' | 'problem';
  title: string;
  text: string;
  action?: { label: string; onPress: () => void; isBusy?: boolean };
}

/** What stands in the viewer where there is nothing to look at. */
export function PaneMessage({ tone, title, text, action }: Props) {
  return (
    <div className="viewer-message" data-tone={tone} role="status">
      <p className="viewer-message-title">{title}</p>
      <p>{text}</p>
      {action && (
        <Button isPending={action.isBusy === true} onPress={action.onPress}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
