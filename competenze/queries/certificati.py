"""What is needed to print a frozen class and to copy it into the electronic register."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from competenze.enums import Livello
from competenze.models import (
    Certificato,
    ClasseRilevata,
    DescrizioneLivello,
    Emissione,
    LivelloCertificato,
    RigaLibera,
)
from competenze.queries.classe import Classe, Colonna, classe
from competenze.queries.regole import giorno_scrutinio
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Iscrizione, Persona
from cpia.scuola.queries import in_vigore


@dataclass(frozen=True)
class ClasseCongelata:
    """A frozen class: its students, its columns, and the level of each in each."""

    classe: Classe
    colonne: tuple[Colonna, ...]
    descrizioni: tuple[DescrizioneLivello, ...]
    docenti: tuple[tuple[str, str], ...]
    nota_multilinguistica: str
    riga_libera: str
    righe_libere: Mapping[int, str]
    _livelli: dict[tuple[int, int, str], LivelloCertificato]

    def livello(self, iscrizione: Iscrizione, colonna: Colonna) -> LivelloCertificato | None:
        """The level of a student in a column; None for a language not studied."""
        return self._livelli.get((iscrizione.pk, *colonna.chiave))

    @property
    def iscrizioni(self) -> tuple[Iscrizione, ...]:
        """The students frozen with the class, in alphabetical order."""
        presenti = {chiave[0] for chiave in self._livelli}
        return tuple(i for i in self.classe.iscrizioni if i.pk in presenti)

    @property
    def usciti(self) -> tuple[Iscrizione, ...]:
        """Who was frozen with the class and is not in it on the day of the scrutinio."""
        congelati = {riga.iscrizione_id: riga.iscrizione for riga in self._livelli.values()}
        for iscrizione in self.classe.iscrizioni:
            congelati.pop(iscrizione.pk, None)
        return tuple(sorted(congelati.values(), key=lambda iscrizione: str(iscrizione.persona)))


def classe_congelata(rilevata: ClasseRilevata) -> ClasseCongelata:
    """Load a frozen class in ten queries. Needs ``rilevazione.quadro`` and ``classe.corso``."""
    della_classe = classe(rilevata)
    livelli = {
        (riga.iscrizione_id, riga.competenza_id, riga.lingua): riga
        for riga in LivelloCertificato.objects.filter(
            istituto_id=rilevata.istituto_id, classe_rilevata=rilevata
        ).select_related("iscrizione__persona")
    }
    lingue = defaultdict(set)
    for _, competenza_id, lingua in livelli:
        lingue[competenza_id].add(lingua)
    return ClasseCongelata(
        classe=della_classe,
        colonne=tuple(
            Colonna(competenza, lingua)
            for competenza in della_classe.competenze
            for lingua in sorted(lingue[competenza.pk])
        ),
        descrizioni=tuple(
            DescrizioneLivello.objects.filter(quadro_id=rilevata.rilevazione.quadro_id).order_by(
                "livello"
            )
        ),
        docenti=_docenti(della_classe),
        nota_multilinguistica=rilevata.rilevazione.quadro.nota_multilinguistica,
        riga_libera=rilevata.rilevazione.quadro.riga_libera,
        righe_libere=righe_libere(rilevata),
        _livelli=livelli,
    )


def righe_libere(rilevata: ClasseRilevata) -> dict[int, str]:
    """The free line of each student who has one, by id of the iscrizione."""
    return dict(
        RigaLibera.objects.filter(istituto_id=rilevata.istituto_id, classe_rilevata=rilevata)
        .exclude(testo="")
        .values_list("iscrizione_id", "testo")
    )


def _docenti(della_classe: Classe) -> tuple[tuple[str, str], ...]:
    """Each teacher of the class with the subjects taught there, on the day of the scrutinio."""
    rilevata = della_classe.rilevata
    discipline = {
        inserimento.cattedra_id: inserimento.cattedra.disciplina.nome
        for inserimento in della_classe.inserimenti
    }
    giorno = giorno_scrutinio(rilevata) or timezone.localdate(rilevata.congelata_il)
    insegnate = defaultdict(list)
    for incarico in (
        Incarico.objects.filter(
            in_vigore(giorno),
            istituto_id=rilevata.istituto_id,
            ruolo=Ruolo.DOCENTE,
            cattedra__in=discipline,
        )
        .select_related("persona")
        .order_by("persona__cognome", "persona__nome", "pk")
    ):
        if incarico.cattedra_id is not None:
            insegnate[incarico.persona].append(discipline[incarico.cattedra_id])
    return tuple((str(persona), ", ".join(nomi)) for persona, nomi in insegnate.items())


def scheda(congelata: ClasseCongelata) -> list[list[str]]:
    """The sheet to copy into the register: a row a student, in the order of its page.

    The first row is the header; levels are written in full, a language not studied is empty.
    """
    intestazione = ["N.", "Cognome", "Nome", *(colonna.nome for colonna in congelata.colonne)]
    righe = [
        [
            str(numero),
            iscrizione.persona.cognome,
            iscrizione.persona.nome,
            *(parola(congelata.livello(iscrizione, colonna)) for colonna in congelata.colonne),
        ]
        for numero, iscrizione in enumerate(congelata.iscrizioni, start=1)
    ]
    return [intestazione, *righe]


def parola(riga: LivelloCertificato | None) -> str:
    """A level as the register of the school wants it: its name."""
    if riga is None:
        return ""
    if not riga.livello:
        return "da definire in scrutinio"
    return Livello(riga.livello).etichetta


def dirigente(rilevata: ClasseRilevata) -> Persona | None:
    """Who signs on the day of the scrutinio."""
    giorno = giorno_scrutinio(rilevata)
    if giorno is None:
        return None
    return Persona.objects.filter(
        in_vigore(giorno, "incarichi__"),
        istituto_id=rilevata.istituto_id,
        incarichi__ruolo=Ruolo.DIRIGENTE,
    ).first()


def emissione_in_vigore(rilevata: ClasseRilevata) -> Emissione | None:
    """The certificates given out and not annulled, or None."""
    return (
        Emissione.objects.filter(
            istituto_id=rilevata.istituto_id,
            classe_rilevata=rilevata,
            annullata_il__isnull=True,
        )
        .select_related("protocollo", "documento_classe", "emessa_da")
        .first()
    )


def certificati(emissione: Emissione) -> list[Certificato]:
    """The certificates of an issue, by student."""
    return list(
        Certificato.objects.filter(istituto_id=emissione.istituto_id, emissione=emissione)
        .select_related("documento", "iscrizione__persona")
        .order_by("iscrizione__persona__cognome", "iscrizione__persona__nome", "pk")
    )
