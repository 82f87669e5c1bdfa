"""A small second-year class with its campaign, for the tests of the board and of its acts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from competenze.enums import Livello, StatoInserimento, StatoRilevazione
from competenze.models import (
    Abbinamento,
    ClasseRilevata,
    Competenza,
    Inserimento,
    Rilevazione,
    Valutazione,
)
from competenze.queries.quadro.caricamento import carica
from competenze.services.quadri import carica_quadro, quadri_spediti
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import (
    AnnoScolastico,
    Appartenenza,
    Cattedra,
    Classe,
    Corso,
    Disciplina,
    Gruppo,
    Incarico,
    Iscrizione,
    Istituto,
    Persona,
    Sede,
    Utente,
)
from cpia.scuola.queries import incarichi_in_vigore

# Name → language, group that follows it, competences that it assesses.
DISCIPLINE: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "Italiano": ("", "", ("alfabetica", "personale", "cittadinanza")),
    "Inglese": ("inglese", "", ("multilinguistica", "personale")),
    "Francese": ("francese", "francese", ("multilinguistica",)),
    "Tedesco": ("tedesco", "tedesco", ("multilinguistica",)),
    "Matematica": ("", "", ("matematica", "digitale", "personale")),
}
DAL = date(2023, 9, 1)
ADESSO = datetime(2024, 6, 5, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Prova:
    """The class and who is in it; ``inserimenti`` and ``competenze`` by name and code."""

    istituto: Istituto
    rilevata: ClasseRilevata
    coordinatrice: Persona
    dirigente: Persona
    iscrizioni: tuple[Iscrizione, ...]
    inserimenti: dict[str, Inserimento]
    competenze: dict[str, Competenza]

    def come(self, persona: Persona, adesso: datetime = ADESSO) -> Contesto:
        """The context of a request made by this person."""
        incarichi = incarichi_in_vigore(persona, adesso.date())
        return Contesto(self.istituto, persona, tuple(incarichi), adesso)

    def chiave(self, studente: int, codice: str, lingua: str = "") -> tuple[int, int, str]:
        return self.iscrizioni[studente].pk, self.competenze[codice].pk, lingua

    def valuta(self, disciplina: str, codice: str, livelli: Iterable[str]) -> None:
        """Write one level for each student, in order; an empty one writes nothing."""
        inserimento = self.inserimenti[disciplina]
        Valutazione.objects.bulk_create(
            Valutazione(
                istituto=self.istituto,
                inserimento=inserimento,
                iscrizione=iscrizione,
                competenza=self.competenze[codice],
                livello=livello,
                motivo="assente a lungo" if livello == Livello.NV else "",
                autore=self.coordinatrice,
                modificata_il=ADESSO,
            )
            for iscrizione, livello in zip(self.iscrizioni, livelli, strict=False)
            if livello
        )

    def registra(self, *discipline: str) -> None:
        """Say that these subjects have registered, all of them when none is named.

        What they have not assessed is said too, as whoever registers must.
        """
        for nome in discipline or self.inserimenti:
            inserimento = self.inserimenti[nome]
            self._completa(inserimento)
            inserimento.stato = StatoInserimento.REGISTRATO
            inserimento.registrato_il, inserimento.registrato_da = ADESSO, self.coordinatrice
            inserimento.save()

    def _completa(self, inserimento: Inserimento) -> None:
        """Write «not assessed» where the subject has written nothing."""
        classe = carica(self.rilevata, ADESSO.date())
        [suo] = [uno for uno in classe.inserimenti if uno.pk == inserimento.pk]
        Valutazione.objects.bulk_create(
            [
                Valutazione(
                    istituto=self.istituto,
                    inserimento=inserimento,
                    iscrizione=iscrizione,
                    competenza=colonna.competenza,
                    livello=Livello.NV,
                    motivo="assente a lungo",
                    autore=self.coordinatrice,
                    modificata_il=ADESSO,
                )
                for iscrizione in classe.studenti_di(suo)
                for colonna in classe.colonne_di(suo)
            ],
            ignore_conflicts=True,
        )


def nuovo_istituto(slug: str = "iis-prova") -> Istituto:
    return Istituto.objects.create(
        slug=slug,
        tipo="superiore",
        denominazione=f"Istituto {slug}",
        denominazione_breve=f"Istituto {slug}",
        codice_fiscale=str(abs(hash(slug)))[:11].rjust(11, "1"),
        comune="Iseo",
        provincia="BS",
    )


def classe_di_prova(
    istituto: Istituto,
    *,
    studenti: int = 4,
    discipline: Mapping[str, tuple[str, str, tuple[str, ...]]] = DISCIPLINE,
    sezione: str = "B",
) -> Prova:
    """Write the class of an institute. Must run with the institute set."""
    carica_quadro(quadri_spediti()[0])
    anno, _ = AnnoScolastico.objects.get_or_create(istituto=istituto, inizio=2023)
    sede, _ = Sede.objects.get_or_create(istituto=istituto, nome="ITCG")
    corso, _ = Corso.objects.get_or_create(
        istituto=istituto,
        sigla="AFM",
        defaults={"nome": "Amministrazione", "ordinamento": "tecnico"},
    )
    classe = Classe.objects.create(
        istituto=istituto, anno_scolastico=anno, sede=sede, corso=corso, anno_di_corso=2,
        sezione=sezione,
    )  # fmt: skip
    rilevazione = _rilevazione(istituto, anno)
    rilevata = ClasseRilevata.objects.create(
        istituto=istituto, rilevazione=rilevazione, classe=classe,
        scrutinio_il=datetime(2024, 6, 10, 13, 0, tzinfo=UTC),
    )  # fmt: skip
    iscrizioni = tuple(
        Iscrizione.objects.create(
            istituto=istituto, classe=classe, dal=DAL,
            persona=_persona(istituto, f"Alunno {numero:02}", "Primo"),
        )
        for numero in range(studenti)
    )  # fmt: skip
    competenze = {c.codice: c for c in Competenza.objects.filter(quadro=rilevazione.quadro)}
    gruppi = _gruppi(classe, iscrizioni, discipline)
    inserimenti = {
        nome: _inserimento(rilevata, nome, lingua, gruppi.get(gruppo), codici, competenze)
        for nome, (lingua, gruppo, codici) in discipline.items()
    }
    coordinatrice = _persona(istituto, "Brandolini", "Ottavia", utente=f"ob{sezione}")
    Incarico.objects.create(
        istituto=istituto, persona=coordinatrice, ruolo=Ruolo.COORDINATORE, classe=classe, dal=DAL
    )
    dirigente = _persona(istituto, "Bersini", "Giacomo", utente=f"gb{sezione}")
    Incarico.objects.create(istituto=istituto, persona=dirigente, ruolo=Ruolo.DIRIGENTE, dal=DAL)
    return Prova(istituto, rilevata, coordinatrice, dirigente, iscrizioni, inserimenti, competenze)


def _rilevazione(istituto: Istituto, anno: AnnoScolastico) -> Rilevazione:
    quadro = Competenza.objects.select_related("quadro").first().quadro
    rilevazione, _ = Rilevazione.objects.get_or_create(
        istituto=istituto, anno_scolastico=anno, anno_di_corso=2, quadro=quadro,
        defaults={
            "titolo": "Rilevazione 2023/24, classi seconde",
            "inserimento_dal": date(2024, 5, 31),
            "consultazione_dal": date(2024, 6, 3),
            "stato": StatoRilevazione.APERTA,
        },
    )  # fmt: skip
    return rilevazione


def _persona(istituto: Istituto, cognome: str, nome: str, utente: str = "") -> Persona:
    login = Utente.objects.create_user(f"{utente}@{istituto.slug}.example") if utente else None
    return Persona.objects.create(istituto=istituto, cognome=cognome, nome=nome, utente=login)


def _gruppi(
    classe: Classe,
    iscrizioni: tuple[Iscrizione, ...],
    discipline: Mapping[str, tuple[str, str, tuple[str, ...]]],
) -> dict[str, Gruppo]:
    """Students are dealt to the groups in turn, so that each belongs to exactly one."""
    nomi = list(dict.fromkeys(gruppo for _, gruppo, _ in discipline.values() if gruppo))
    gruppi = [
        Gruppo.objects.create(istituto_id=classe.istituto_id, classe=classe, tipo="lingua", nome=n)
        for n in nomi
    ]
    if gruppi:
        Appartenenza.objects.bulk_create(
            Appartenenza(
                istituto_id=classe.istituto_id,
                gruppo=gruppi[numero % len(gruppi)],
                iscrizione=iscrizione,
            )
            for numero, iscrizione in enumerate(iscrizioni)
        )
    return {gruppo.nome: gruppo for gruppo in gruppi}


def _inserimento(
    rilevata: ClasseRilevata,
    nome: str,
    lingua: str,
    gruppo: Gruppo | None,
    codici: tuple[str, ...],
    competenze: Mapping[str, Competenza],
) -> Inserimento:
    istituto = rilevata.istituto
    disciplina, nuova = Disciplina.objects.get_or_create(
        istituto=istituto, nome=nome, defaults={"lingua": lingua}
    )
    if nuova:
        Abbinamento.objects.bulk_create(
            Abbinamento(
                istituto=istituto, rilevazione=rilevata.rilevazione, corso=rilevata.classe.corso,
                disciplina=disciplina, competenza=competenze[codice],
            )
            for codice in codici
        )  # fmt: skip
    cattedra = Cattedra.objects.create(
        istituto=istituto, classe=rilevata.classe, disciplina=disciplina, gruppo=gruppo
    )
    docente = _persona(istituto, f"Docente {nome}", "Ada")
    Incarico.objects.create(
        istituto=istituto, persona=docente, ruolo=Ruolo.DOCENTE, cattedra=cattedra, dal=DAL
    )
    return Inserimento.objects.create(
        istituto=istituto, classe_rilevata=rilevata, cattedra=cattedra
    )


def dopo(ore: int) -> datetime:
    """An instant some hours after ADESSO."""
    return ADESSO + timedelta(hours=ore)
