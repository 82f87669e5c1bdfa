"""PostgreSQL, Valkey and the demo on one computer, without system services and without root."""
