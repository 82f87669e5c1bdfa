"""Which columns each kind of file has, and which of them it cannot do without."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cpia.scuola.importazione.rules.campi import (
    ANAGRAFICA,
    ANNO_DI_CORSO,
    ANNO_SCOLASTICO,
    CLASSE,
    CLASSE_IN_PARTI,
    CODICE_FISCALE,
    COGNOME,
    CORSO_DI_ISCRIZIONE,
    DAL,
    EMAIL,
    LINGUA,
    NOME,
    SEDE,
    SEZIONE,
    Campo,
    campo,
    di,
    responsabili,
)


class Tipo(StrEnum):
    """What a file lists."""

    CLASSI = "classi"
    STUDENTI = "studenti"
    DOCENTI = "docenti"
    CATTEDRE = "cattedre"


@dataclass(frozen=True, slots=True)
class Tracciato:
    """The columns of a kind of file; of each group in ``serve`` at least one must be there."""

    tipo: Tipo
    campi: tuple[Campo, ...]
    serve: tuple[tuple[str, ...], ...]

    def campo(self, nome: str) -> Campo:
        """The column of this name."""
        return next(campo for campo in self.campi if campo.nome == nome)

    def mancanti(self, presenti: set[str]) -> list[str]:
        """What is still missing, in words, given the columns that are there."""
        return [
            " oppure ".join(self.campo(nome).etichetta.lower() for nome in gruppo)
            for gruppo in self.serve
            if presenti.isdisjoint(gruppo)
        ]


TRACCIATI: Final = {
    Tipo.CLASSI: Tracciato(
        Tipo.CLASSI,
        (
            CLASSE,
            ANNO_DI_CORSO,
            SEZIONE,
            campo(
                "corso",
                "Corso (sigla)",
                "testo",
                "corso corsosigla siglacorso codicecorso indirizzo siglaindirizzo "
                "indirizzodistudio indirizzodistudi",
                massimo=12,
                esempio="AFM",
            ),
            campo(
                "corso_nome",
                "Corso (nome)",
                "testo",
                "nomecorso corsonome denominazionecorso descrizionecorso corsodistudi corsostudi "
                "corsodistudio",
                massimo=160,
                esempio="Tecnico: Amministrazione, finanza e marketing",
            ),
            campo(
                "ordinamento",
                "Ordinamento",
                "ordinamento",
                "ordinamento tipocorso tipodiscuola ordine",
                massimo=60,
                esempio="istituto tecnico",
            ),
            SEDE,
            ANNO_SCOLASTICO,
        ),
        (("classe", "anno_di_corso"),),
    ),
    Tipo.STUDENTI: Tracciato(
        Tipo.STUDENTI,
        (
            *(di("alunno alunna studente ostudente oalunno corsista", c) for c in ANAGRAFICA),
            *CLASSE_IN_PARTI,
            CORSO_DI_ISCRIZIONE,
            campo(
                "religione",
                "Religione cattolica",
                "religione",
                "religione religionecattolica irc avvalente avvalenteirc insegnamentoreligione "
                "insegnamentodellareligionecattolica",
                massimo=60,
                esempio="S",
            ),
            LINGUA,
            DAL,
            ANNO_SCOLASTICO,
            *responsabili(),
        ),
        (
            ("cognome",),
            ("nome",),
            ("codice_fiscale", "data_nascita"),
            ("classe", "anno_di_corso", "corso_di_iscrizione"),
        ),
    ),
    Tipo.DOCENTI: Tracciato(
        Tipo.DOCENTI,
        tuple(di("docente insegnante", campo) for campo in ANAGRAFICA),
        (("cognome",), ("nome",), ("codice_fiscale", "data_nascita", "email")),
    ),
    Tipo.CATTEDRE: Tracciato(
        Tipo.CATTEDRE,
        (
            campo(
                "docente",
                "Docente",
                "testo",
                "docente insegnante professore usernamedocente docentecognomeenome cognomeenome "
                "cognomenome nominativo nominativodocente",
                massimo=170,
                esempio="Rossi Anna",
            ),
            *(di("docente insegnante", c) for c in (COGNOME, NOME, CODICE_FISCALE, EMAIL)),
            campo(
                "disciplina",
                "Disciplina",
                "testo",
                "disciplina materia insegnamento nomemateria nomedisciplina",
                massimo=120,
                esempio="Matematica",
            ),
            *CLASSE_IN_PARTI,
            campo("gruppo", "Gruppo", "testo", "gruppo gruppoclasse gruppodilivello", massimo=80),
            LINGUA,
            campo(
                "coordinatore",
                "Coordinatore",
                "si_no",
                "coordinatore coordinatorediclasse coordinatoreclasse coord",
                massimo=20,
                esempio="N",
            ),
            DAL,
            ANNO_SCOLASTICO,
        ),
        (
            ("docente", "codice_fiscale", "email", "cognome"),
            ("disciplina",),
            ("classe", "anno_di_corso"),
        ),
    ),
}
