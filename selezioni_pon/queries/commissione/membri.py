"""Who sits in the commission of a call, as the rules judge it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from selezioni_pon.models import Avviso, Candidatura, Commissario, Conflitto, Invio
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules import commissione as rules
from selezioni_pon.rules.lettura import Domanda, contro_il_commissario

CON: Final = (
    "persona", "commissione__organo", "commissione__avviso__istituto",
    "commissione__avviso__griglia", "commissione__avviso__selezione__progetto__anno_scolastico",
)  # fmt: skip


def propri(contesto: Contesto) -> QuerySet[Commissario]:
    """Where somebody sits, or substitutes, today: never where the place was left."""
    return Commissario.objects.filter(
        istituto=contesto.istituto, persona=contesto.persona, cessato_il__isnull=True
    )


def membro_di(avviso_id: int, persona_id: int) -> Commissario | None:
    """Who sits, or substitutes, in the commission of a call; with the call. One query."""
    return (
        Commissario.objects.filter(
            commissione__avviso_id=avviso_id, persona_id=persona_id, cessato_il__isnull=True
        )
        .select_related(*CON)
        .first()
    )


def candidature_inviate(avviso_id: int) -> QuerySet[Candidatura]:
    """The applications of a call that are in the running: sent, not taken back."""
    in_vigore = Invio.objects.filter(
        candidatura__avviso_id=avviso_id, sostituito_il__isnull=True, ritirato_il__isnull=True
    )
    return (
        Candidatura.objects.filter(pk__in=in_vigore.values("candidatura"))
        .select_related("persona")
        .order_by("persona__cognome", "persona__nome", "pk")
    )


def candidati_di(avviso_id: int) -> dict[str, str]:
    """Who applied, as the rules take them: person to name, by name. One query."""
    return {
        str(una.persona_id): una.persona.nome_e_cognome for una in candidature_inviate(avviso_id)
    }


def conflitti_di(commissione_id: int) -> Mapping[int, frozenset[int]]:
    """With which applications each member has declared a conflict, by the member. One query."""
    trovati: defaultdict[int, set[int]] = defaultdict(set)
    righe = Conflitto.objects.filter(commissario__commissione_id=commissione_id)
    for commissario, candidatura in righe.values_list("commissario_id", "candidatura_id"):
        trovati[commissario].add(candidatura)
    return {chi: frozenset(sue) for chi, sue in trovati.items()}


def scritto(membro: Commissario, in_conflitto_con: Iterable[int] = ()) -> rules.Commissario:
    """A member as the rules take it; ``in_conflitto_con`` are persons who applied. No query."""
    dichiarazione = None
    if membro.dichiarato_il is not None:
        dichiarazione = rules.Dichiarazione(
            membro.dichiarato_il,
            frozenset(map(str, in_conflitto_con)),
            senza_condanne=bool(membro.senza_condanne),
        )
    return rules.Commissario(
        str(membro.persona_id), membro.persona.nome_e_cognome, membro.presidente,
        membro.supplente, dichiarazione,
    )  # fmt: skip


def contro_il_lavoro(membro: Commissario, adesso: datetime) -> list[Violazione]:
    """What keeps a member from the applications of the call, all of them. One query."""
    return _contro(membro, None, adesso)


def contro_la_domanda(
    membro: Commissario, candidatura: Candidatura, adesso: datetime
) -> list[Violazione]:
    """What keeps a member from one application: also the own abstention. One query."""
    return _contro(membro, candidatura, adesso)


def candidati_in_conflitto(membro: Commissario) -> dict[str, str]:
    """Those in the running with whom a member declared a conflict, person to name. One query."""
    dichiarate = Conflitto.objects.filter(commissario=membro).values("candidatura")
    inviate = candidature_inviate(membro.commissione.avviso_id).filter(pk__in=dichiarate)
    return {str(una.persona_id): una.persona.nome_e_cognome for una in inviate}


def _contro(
    membro: Commissario, candidatura: Candidatura | None, adesso: datetime
) -> list[Violazione]:
    avviso: Avviso = membro.commissione.avviso
    if avviso.scade is None:
        raise ValueError("la commissione è di un avviso pubblicato, che ha il suo termine")
    candidati = candidati_in_conflitto(membro) if membro.dichiarato_il else {}
    di, chi = (candidatura.avviso_id, candidatura.persona_id) if candidatura else (avviso.pk, "")
    return contro_il_commissario(
        scritto(membro, map(int, candidati)),
        Domanda(str(di), str(chi), avviso.scade),
        candidati,
        adesso,
        regole_di(avviso).commissione,
        avviso=str(avviso.pk),
    )
