/** The way through, one numbered line for each thing to do. */
export function CourierSteps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="courier-steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
