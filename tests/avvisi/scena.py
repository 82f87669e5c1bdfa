"""A small school for the tests of what stands on the ground: people, roles, a class."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count

from cpia.avvisi import registri
from cpia.avvisi.models import Scadenza
from cpia.avvisi.services import Avviso
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ordinamento, Ruolo, TipoIstituto
from cpia.scuola.models import (
    AnnoScolastico,
    Cattedra,
    Classe,
    Corso,
    Disciplina,
    Incarico,
    Istituto,
    Persona,
    Sede,
    Utente,
)
from cpia.scuola.queries import incarichi_in_vigore
from cpia.scuola.tenancy import istituto_corrente

MERCOLEDI = datetime(2024, 6, 5, 8, 0, tzinfo=UTC)
OGGI = MERCOLEDI.date()
INIZIO = date(2023, 9, 1)
_numeri = count(1)


@dataclass(frozen=True)
class Scuola:
    """An institute with a class, a subject, a teacher of it and who coordinates the class."""

    istituto: Istituto
    classe: Classe
    cattedra: Cattedra
    docente: Persona
    coordinatrice: Persona


def scuola(slug: str = "liceo-di-prova") -> Scuola:
    """Make a school of this address, with its own rows only."""
    istituto = Istituto.objects.create(
        slug=slug,
        tipo=TipoIstituto.SUPERIORE,
        denominazione=f"Liceo «{slug}»",
        denominazione_breve=f"Liceo {slug}",
        codice_fiscale=f"{next(_numeri):011}",
        comune="Iseo",
        provincia="BS",
    )
    with istituto_corrente(istituto.pk):
        classe = _classe(istituto, "B")
        disciplina = Disciplina.objects.create(istituto=istituto, nome="Matematica")
        cattedra = Cattedra.objects.create(istituto=istituto, classe=classe, disciplina=disciplina)
        docente, coordinatrice = persona(istituto, "Ugo", "Bianchi"), persona(istituto, "Ada")
        incarico(docente, Ruolo.DOCENTE, cattedra=cattedra)
        incarico(coordinatrice, Ruolo.COORDINATORE, classe=classe)
    return Scuola(istituto, classe, cattedra, docente, coordinatrice)


def _classe(istituto: Istituto, sezione: str) -> Classe:
    return Classe.objects.create(
        istituto=istituto,
        anno_scolastico=AnnoScolastico.objects.create(istituto=istituto, inizio=2023),
        sede=Sede.objects.create(istituto=istituto, nome="Sede centrale"),
        corso=Corso.objects.create(
            istituto=istituto, nome="Amministrazione", sigla="AFM", ordinamento=Ordinamento.TECNICO
        ),
        anno_di_corso=2,
        sezione=sezione,
    )


def persona(istituto: Istituto, nome: str, cognome: str = "Verdi", sesso: str = "F") -> Persona:
    """Somebody of the institute, with a login and a mailbox."""
    email = f"{nome}.{cognome}.{next(_numeri)}@example.org".lower()
    return Persona.objects.create(
        istituto=istituto,
        utente=Utente.objects.create_user(email),
        nome=nome,
        cognome=cognome,
        sesso=sesso,
        email=email,
    )


def incarico(chi: Persona, ruolo: Ruolo, **su: object) -> Incarico:
    """A role from the first day of the school year."""
    return Incarico.objects.create(
        istituto_id=chi.istituto_id, persona=chi, ruolo=ruolo, **{"dal": INIZIO} | su
    )


def contesto(chi: Persona, adesso: datetime = MERCOLEDI) -> Contesto:
    """Who is asking, as a request would say it."""
    incarichi = tuple(incarichi_in_vigore(chi, adesso.date()))
    return Contesto(chi.istituto, chi, incarichi, adesso)


def scadenza(di: Scuola, chiave: str, entro_il: date = OGGI, **campi: object) -> Scadenza:
    """Something due, of the teacher of the school unless the fields say otherwise."""
    di_chi = {"ruolo": Ruolo.DOCENTE, "cattedra": di.cattedra}
    if "ruolo" in campi or "persona" in campi:
        di_chi = {}
    return Scadenza.objects.create(
        istituto=di.istituto,
        chiave=chiave,
        entro_il=entro_il,
        **{
            "app": "avvisi",
            "titolo": f"Da fare: {chiave}",
            "verbo": "Inserisci",
            "indirizzo": f"/{di.istituto.slug}/scrivania/",
            "visibile_dal": INIZIO,
        }
        | di_chi
        | campi,
    )


def avviso(a_chi: Persona, chiave: str = "prova.uno", **campi: object) -> Avviso:
    """A notice of the app «prova», whose check the fixture ``controllo`` stands for."""
    return Avviso(
        **{
            "chiave": chiave,
            "tipo": "prova.avviso",
            "riferimento": "cosa/1",
            "destinatario": a_chi,
            "oggetto": "2ªB AFM: mancano i livelli",
            "testo": "Lo scrutinio è vicino.",
            "indirizzo": "/liceo-di-prova/scrivania/",
        }
        | campi
    )


@contextmanager
def controllo_di_prova(dovuto: object = True) -> Iterator[None]:
    """Register the app «prova»: its notices are due if ``dovuto`` says so."""
    risponde = dovuto if callable(dovuto) else lambda _promemoria, _adesso: dovuto
    registri.controlli["prova"] = risponde
    try:
        yield
    finally:
        del registri.controlli["prova"]
