/** Examples to learn from: rows of `size` features, one after another, and what each row should come to. */
export interface Examples {
  size: number;
  features: Float64Array;
  wanted: Float64Array;
}

/** The weights whose weighted sums of features come nearest to what is wanted (normal equations, by Cholesky). */
export function leastSquares({ size, features, wanted }: Examples): Float64Array {
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let example = 0; example < wanted.length; example += 1) {
    const from = example * size;
    const target = wanted[example] ?? 0;
    for (let i = 0; i < size; i += 1) {
      const value = features[from + i] ?? 0;
      right[i] = (right[i] ?? 0) + value * target;
      for (let j = 0; j <= i; j += 1)
        matrix[i * size + j] = (matrix[i * size + j] ?? 0) + value * (features[from + j] ?? 0);
    }
  }
  // A little on the diagonal keeps weights small where the examples do not tell.
  const ridge = wanted.length * 1e-4 + 1e-9;
  for (let i = 0; i < size; i += 1) matrix[i * size + i] = (matrix[i * size + i] ?? 0) + ridge;
  factorise(matrix, size);
  return substitute(matrix, right);
}

/** Replaces the lower half of a positive matrix by its Cholesky factor. */
function factorise(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (matrix[i * size + k] ?? 0) * (matrix[j * size + k] ?? 0);
      matrix[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (matrix[j * size + j] ?? 1);
    }
  }
}

function substitute(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const values = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    let sum = values[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (factor[i * size + k] ?? 0) * (values[k] ?? 0);
    values[i] = sum / (factor[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = values[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= (factor[k * size + i] ?? 0) * (values[k] ?? 0);
    values[i] = sum / (factor[i * size + i] ?? 1);
  }
  return values;
}
