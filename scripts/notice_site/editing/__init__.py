"""What people decide about documents and findings, and what they are asked."""
