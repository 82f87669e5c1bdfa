"""One person of the institute: what he or she holds, studies, and how far from signing in."""

from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Prefetch, Q, QuerySet

from cpia.scuola.incarichi.queries.parole import CONFERIBILI, con_tutto, in_parole
from cpia.scuola.models import Incarico, Invito, Iscrizione, Persona, Responsabilita
from cpia.scuola.personale import Accesso


@dataclass(frozen=True, slots=True)
class Voce:
    """An incarico on the page of a person, with who acts in its place these days or later."""

    incarico: Incarico
    cosa: str
    sostituzioni: tuple[Incarico, ...]


@dataclass(frozen=True, slots=True)
class Incarichi:
    """What a person holds, held and will hold."""

    oggi: tuple[Voce, ...]
    futuri: tuple[Voce, ...]
    passati: tuple[Voce, ...]


def persona(istituto_id: int, pk: int) -> Persona | None:
    """A person of the institute."""
    trovata = Persona.objects.filter(istituto_id=istituto_id, pk=pk)
    return trovata.select_related("utente", "istituto").first()


def incarico(istituto_id: int, pk: int) -> Incarico | None:
    """An incarico of the institute, with whose and over what."""
    return con_tutto(Incarico.objects.filter(istituto_id=istituto_id, pk=pk)).first()


def incarichi_di(persona: Persona, oggi: date) -> Incarichi:
    """What a person holds today, later, before; with the substitutions of each. Two queries."""
    sostituzioni = Incarico.objects.filter(revocato_il__isnull=True, al__gte=oggi)
    righe = con_tutto(
        Incarico.objects.filter(istituto_id=persona.istituto_id, persona=persona)
    ).prefetch_related(
        Prefetch(
            "sostituzioni",
            queryset=sostituzioni.select_related("persona").order_by("dal", "id"),
            to_attr="prossime",
        )
    )
    divisi: dict[str, list[Voce]] = {"oggi": [], "futuri": [], "passati": []}
    for riga in righe.order_by("dal", "ruolo", "id"):
        prossime: list[Incarico] = riga.prossime
        divisi[_quando(riga, oggi)].append(Voce(riga, in_parole(riga), tuple(prossime)))
    return Incarichi(
        oggi=tuple(divisi["oggi"]),
        futuri=tuple(divisi["futuri"]),
        passati=tuple(reversed(divisi["passati"])),
    )


def _quando(incarico: Incarico, oggi: date) -> str:
    if incarico.revocato_il is not None or (incarico.al is not None and incarico.al < oggi):
        return "passati"
    return "futuri" if incarico.dal > oggi else "oggi"


def sostituibili(persona: Persona, oggi: date) -> QuerySet[Incarico]:
    """The incarichi of a person that somebody may take over: of today or of later."""
    righe = Incarico.objects.filter(
        Q(al__isnull=True) | Q(al__gte=oggi),
        istituto_id=persona.istituto_id,
        persona=persona,
        revocato_il__isnull=True,
        ruolo__in=CONFERIBILI,
    )
    return con_tutto(righe).order_by("ruolo", "id")


def si_puo_sostituire(persona: Persona, oggi: date) -> bool:
    """Whether there is something of this person that somebody may take over."""
    return sostituibili(persona, oggi).exists()


def e_del_personale(persona: Persona) -> bool:
    """Whether a person has, had or will have a role of staff."""
    return Incarico.objects.filter(
        istituto_id=persona.istituto_id, persona=persona, ruolo__in=CONFERIBILI
    ).exists()


def studia_o_risponde(persona: Persona) -> bool:
    """Whether a person is or was a student here, or answers for one."""
    return (
        Iscrizione.objects.filter(istituto_id=persona.istituto_id, persona=persona).exists()
        or persona.affidati.exists()
    )


def iscrizioni_di(persona: Persona) -> list[Iscrizione]:
    """The classes of a student, the latest first."""
    righe = Iscrizione.objects.filter(istituto_id=persona.istituto_id, persona=persona)
    return list(
        righe.select_related("classe__corso", "classe__anno_scolastico").order_by("-dal", "-id")
    )


@dataclass(frozen=True, slots=True)
class Ingresso:
    """How far a person is from signing in."""

    stato: Accesso
    invito: Invito | None
    secondo_fattore: bool


def ingresso(persona: Persona, adesso: datetime) -> Ingresso:
    """The login of a person, or the invitation to it. One query."""
    if persona.utente_id is not None:
        secondo = Authenticator.objects.filter(user_id=persona.utente_id).exists()
        return Ingresso(Accesso.FATTO, None, secondo)
    ultimo = (
        Invito.objects.filter(istituto_id=persona.istituto_id, persona=persona)
        .order_by("-inviato_il", "-id")
        .first()
    )
    if not persona.email:
        stato = Accesso.MANCA_EMAIL
    else:
        stato = Accesso.INVITATO if ultimo and ultimo.scade_il > adesso else Accesso.SENZA
    return Ingresso(stato, ultimo, secondo_fattore=False)


def responsabili_di(persona: Persona) -> list[Responsabilita]:
    """Who answers for a student."""
    righe = Responsabilita.objects.filter(istituto_id=persona.istituto_id, studente=persona)
    return list(righe.select_related("adulto").order_by("dal", "id"))
