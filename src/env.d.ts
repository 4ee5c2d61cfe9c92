declare namespace App { interface Locals { outcome?: string } }
