"""Pages that compare documents."""
