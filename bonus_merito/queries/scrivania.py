"""The words of today beside the things to do of this app, and what it says of the institute."""

from collections.abc import Mapping, Sequence

from django.urls import reverse

from bonus_merito.enums import StatoProcedura, StatoRichiesta
from bonus_merito.models import Procedura
from bonus_merito.queries.doveri.richieste import CHIUDI
from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Riassunto
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import plurale

S = StatoProcedura
IN_CORSO = [S.BOZZA.value, S.APERTA.value, S.IN_VALUTAZIONE.value, S.DECRETATA.value]
# Who waits for what is late, by what the key says.
NE_RISENTE = {
    "richiesta": "chi vuole partecipare",
    "requisiti": "chi ha chiesto: non si può decretare",
    "criteri": "chi vuole partecipare: le richieste non si aprono",
    "istanza": "chi ha chiesto",
    "rettifica": "chi ha reclamato, e chi partecipa con lui",
}
CHI_HA_CHIESTO = "chi ha chiesto il bonus"


def chi_ne_risente(contesto: Contesto, scadenze: Sequence[Scadenza]) -> Mapping[int, str]:
    """Who suffers from each of these that are late. No query."""
    return {
        scadenza.pk: NE_RISENTE.get(scadenza.chiave.split(".")[1], CHI_HA_CHIESTO)
        for scadenza in scadenze
    }


def descrive(istituto_id: int, scadenze: Sequence[Scadenza]) -> Mapping[int, str]:
    """Beside a call to close, how many have asked and how many have begun and not sent.

    One query, none where there is no such row.
    """
    procedure = {
        scadenza.pk: int(scadenza.chiave.removeprefix(CHIUDI))
        for scadenza in scadenze
        if scadenza.chiave.startswith(CHIUDI)
    }
    if not procedure:
        return {}
    righe = list(
        Procedura.objects.filter(istituto_id=istituto_id, pk__in=procedure.values()).values_list(
            "pk", "richieste__stato"
        )
    )
    return {
        pk: _quanti(
            righe.count((numero, StatoRichiesta.INVIATA.value)),
            righe.count((numero, StatoRichiesta.BOZZA.value)),
        )
        for pk, numero in procedure.items()
    }


def _quanti(inviate: int, non_inviate: int) -> str:
    chiesto = plurale(inviate, "persona ha chiesto", "persone hanno chiesto", "Nessuno ha chiesto")
    ufficio = "" if inviate else ": si procede d’ufficio"
    if not non_inviate:
        return f"{chiesto}{ufficio}."
    bozze = plurale(non_inviate, "richiesta non inviata", "richieste non inviate")
    return f"{chiesto}; {bozze}{ufficio}."


def riassunto(contesto: Contesto) -> Riassunto | None:
    """The procedure of this year in a line, for who directs. One query."""
    if not contesto.ha(Ruolo.DIRIGENTE):
        return None
    in_corso = list(
        Procedura.objects.filter(istituto=contesto.istituto, stato__in=IN_CORSO)
        .select_related("fondo__anno_scolastico")
        .order_by("-fondo__anno_scolastico__inizio", "-pk")
    )
    if not in_corso:
        return None
    prima = in_corso[0]
    return Riassunto(
        in_corso=len(in_corso),
        frase=f"Bonus {prima.fondo.anno_scolastico}: la procedura è {prima.get_stato_display()}.",
        indirizzo=reverse("bonus:procedura", args=[contesto.istituto.slug, prima.pk]),
    )
