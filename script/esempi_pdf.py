"""Invented papers of a class, for the benchmark and the conformity check."""

import io
import json
from datetime import date
from pathlib import Path

from PIL import Image, ImageDraw

from competenze.documents.contesti import (
    CellaTabellone,
    ColonnaTabellone,
    ContestoCertificato,
    ContestoTabellone,
    DescrizioneLivello,
    DocenteTabellone,
    LivelloRaggiunto,
    NotaTabellone,
    RigaCompetenza,
    RigaTabellone,
    Studente,
)
from cpia.atti.carta import Firma, Intestazione, Verifica

PORTALE = "https://portale.example.it"
QUADRO = json.loads(
    (Path(__file__).parents[1] / "competenze/dati/dm14-2024-obbligo.json").read_text("utf-8")
)
NOMI = {livello["codice"]: livello["nome"] for livello in QUADRO["livelli"]}
LIVELLI = tuple(
    DescrizioneLivello(livello["codice"], livello["nome"], livello["descrittore"])
    for livello in QUADRO["livelli"]
)
ISTITUTO = Intestazione(
    nome="Istituto d’Istruzione Superiore «Giacomo Antonietti»",
    indirizzo="Via Paolo VI n. 3 – 25049 Iseo (BS)",
    codice_meccanografico="BSIS008004",
    codice_fiscale="98007620176",
    telefono="030 981020",
    pec="bsis008004@pec.istruzione.it",
    plesso="Liceo scientifico – BSPS00801E",
)
LINGUE = ("Inglese", "Francese", "Spagnolo", "Tedesco")
GIULIA = Studente("Bianchi", "Giulia", "F", date(2008, 3, 12), "Iseo", "BS")
MASSIMILIANO = Studente(
    "Della Valle D’Alessandro-Östergård Nguyễn Țepeș",
    "Massimiliano Ferdinando Maria Sérgio",
    "M",
    date(2007, 11, 8),
    "Ștefănești",
    stato_nascita="Romania",
)
SCRUTINIO = date(2024, 6, 8)


def logo() -> bytes:
    """A picture with transparency, such as a school would upload."""
    disegno, scritto = Image.new("RGBA", (240, 120), (0, 0, 0, 0)), io.BytesIO()
    ImageDraw.Draw(disegno).ellipse((20, 10, 220, 110), fill=(0, 102, 204, 255))
    disegno.save(scritto, "PNG")
    return scritto.getvalue()


def verifica(numero: int) -> Verifica:
    cifre = "23456789"
    coda = "".join(cifre[numero // 8**posto % 8] for posto in range(4))
    codice = f"7KQF-M3TX-{coda}"
    return Verifica(codice, f"{PORTALE}/iis-antonietti/verifica/{codice}/")


def certificato(
    numero: int = 0,
    *,
    studente: Studente = GIULIA,
    livelli: str = "ABCDABCB",
    lingue: tuple[str, ...] = LINGUE[:2],
    **altro: str,
) -> ContestoCertificato:
    """A certificate; ``-`` in `livelli` is a competence that was not assessed."""
    return ContestoCertificato(
        istituto=ISTITUTO,
        anno_scolastico="2023/2024",
        studente=studente,
        classe="2ª A",
        corso="Liceo scientifico",
        righe=tuple(
            _riga(competenza, livello, lingue)
            for competenza, livello in zip(QUADRO["competenze"], livelli, strict=True)
        ),
        livelli=LIVELLI,
        riga_libera=QUADRO["riga_libera"],
        luogo="Iseo",
        data_scrutinio=SCRUTINIO,
        firma=Firma("Giacomo Bersini", "M"),
        verifica=verifica(numero),
        **altro,
    )


def _riga(competenza: dict, livello: str, lingue: tuple[str, ...]) -> RigaCompetenza:
    if livello == "-":
        raggiunti = (LivelloRaggiunto(motivo="in classe dal 2 maggio 2024, prove insufficienti"),)
    else:
        per_lingua = lingue if competenza["per_lingua"] else ("",)
        raggiunti = tuple(LivelloRaggiunto(livello, NOMI[livello], lingua) for lingua in per_lingua)
    nota = QUADRO["nota_multilinguistica"] if competenza["per_lingua"] else ""
    return RigaCompetenza(
        competenza["ordine"], competenza["nome"], competenza["descrittore"], raggiunti, nota
    )


def classe(quanti: int = 27) -> list[ContestoCertificato]:
    return [certificato(numero) for numero in range(quanti)]


def tabellone(quanti: int = 27) -> ContestoTabellone:
    """The widest sheet: eight competences, four languages, a reason and a missing level."""
    colonne = tuple(
        ColonnaTabellone(competenza["nome_breve"], lingua)
        for competenza in QUADRO["competenze"]
        for lingua in (LINGUE if competenza["per_lingua"] else ("",))
    )
    nomi = ["Bianchi Giulia", "Țepeș Ștefan", MASSIMILIANO.cognome, "Esposito Anna"]
    return ContestoTabellone(
        istituto=ISTITUTO,
        anno_scolastico="2023/2024",
        classe="2ª A",
        corso="Liceo scientifico",
        luogo="Iseo",
        data_scrutinio=SCRUTINIO,
        colonne=colonne,
        righe=tuple(
            RigaTabellone(n + 1, nomi[n % len(nomi)], _celle(n, len(colonne)))
            for n in range(quanti)
        ),
        livelli=LIVELLI,
        docenti=tuple(
            DocenteTabellone(f"Docente {n + 1}", "Matematica e Fisica") for n in range(10)
        ),
        firma=Firma("Maria Luisa Bersini", "F", a_mezzo_stampa=False),
        verifica=verifica(4000),
        note=(NotaTabellone("1", "Țepeș Ștefan, Digitale: non valutato, prove insufficienti."),),
    )


def _celle(riga: int, quante: int) -> tuple[CellaTabellone, ...]:
    medie = {"A": "3,75", "B": "2,67", "C": "1,50", "D": "1,25"}
    codici = ("ABCD"[(riga * 7 + colonna * 3) % 4] for colonna in range(quante))
    return tuple(
        CellaTabellone(nota="1") if (riga, colonna) == (1, 6) else CellaTabellone(c, medie[c])
        for colonna, c in enumerate(codici)
    )
