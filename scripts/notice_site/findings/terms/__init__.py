"""Terms of the glossary: where each stands, and what the sources say of it."""
