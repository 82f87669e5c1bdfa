"""Files as offices send them, and the school that they are compared with."""

from pathlib import Path

from cpia.scuola.importazione.rules.archivio import Archivio, ClasseNota, CorsoNoto, SedeNota

CARTELLA = Path(__file__).parent
AFM = CorsoNoto(1, "AFM", "Amministrazione, finanza e marketing")
LS = CorsoNoto(2, "LS", "Liceo scientifico")
ITCG = SedeNota(1, "ITCG", "BSTD00801A")
LICEO = SedeNota(2, "Liceo", "BSPS00801E")
SCUOLA = Archivio(
    "superiore",
    2023,
    corsi=(AFM, LS),
    sedi=(ITCG, LICEO),
    classi=(
        ClasseNota(1, 2, "A", AFM, ITCG),
        ClasseNota(2, 2, "B", AFM, ITCG),
        ClasseNota(3, 2, "B", LS, LICEO),
    ),
)


def file_di_prova(nome: str) -> bytes:
    """The bytes of a file of the corpus."""
    return (CARTELLA / nome).read_bytes()
