"""The acts that the rules of the competences cite."""

CIRCOLARE = "Circolare n. 417 del 31 maggio 2024 (IIS «Antonietti», Iseo)"
CIRCOLARE_A = f"{CIRCOLARE}, lettera A"
CIRCOLARE_B = f"{CIRCOLARE}, lettera B"
CIRCOLARE_C = f"{CIRCOLARE}, lettera C"
DM_14 = "DM 14 del 30 gennaio 2024, modello per l'obbligo di istruzione"
