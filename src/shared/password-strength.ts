export const passwordStrength = (password: string): 'easy' | 'fair' => (new Set(password).size < 5 ? 'easy' : 'fair');
