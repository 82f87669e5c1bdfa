"""How the Simulatore shows each kind of ``calcola``: one description a kind, no judgement."""
