"""Papers of stay that are about to end, or are missing: the office is told, and the person.

The kind of paper is known to the office, the direction and the tutor: titles do not say it.
"""

from collections import defaultdict
from collections.abc import Iterator

from cpia.avvisi.rules import Dovere
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa
from patto_formativo.enums import Cittadinanza
from patto_formativo.models import Carta, Corsista
from patto_formativo.queries.doveri.quadro import Quadro
from patto_formativo.queries.iscrizioni.giudizi import soggiorno_da_portare
from patto_formativo.rules.doveri import Sorveglianza


def doveri(quadro: Quadro) -> Iterator[Dovere]:
    """For the office and, where something is missing or ends, for the person. One query."""
    stranieri = [c for c in quadro.corsisti if c.domanda.cittadinanza == Cittadinanza.EXTRA.value]
    carte: dict[int, list[Carta]] = defaultdict(list)
    for carta in Carta.objects.filter(
        istituto_id=quadro.istituto_id, domanda__in=[c.domanda_id for c in stranieri]
    ):
        carte[carta.domanda_id].append(carta)
    for corsista in stranieri:
        trovata = soggiorno_da_portare(
            corsista.domanda, carte[corsista.domanda_id], quadro.oggi, quadro.regole
        )
        if trovata is not None:
            yield _dell_ufficio(corsista, trovata)
            # Who holds a receipt is in order: the office asks, the person is not alarmed.
            if not trovata.da_richiedere:
                yield _della_persona(corsista, trovata)


def _dell_ufficio(corsista: Corsista, trovata: Sorveglianza) -> Dovere:
    dettaglio = f"Da avere entro il {data_estesa(trovata.entro)}."
    if trovata.da_richiedere:
        dettaglio = f"È senza scadenza: si chiede di nuovo dal {data_estesa(trovata.dal)}."
    return Dovere(
        chiave=f"patto.permesso.{corsista.pk}",
        titolo=f"Un documento di un iscritto {_come_sta(trovata)}",
        dettaglio=dettaglio,
        verbo="Apri",
        pagina="patto:corsista",
        oggetto=corsista.pk,
        visibile_dal=trovata.dal,
        entro_il=trovata.entro,
        ruolo=Ruolo.SEGRETERIA_DIDATTICA,
        perche=(trovata.perche,),
    )


def _come_sta(trovata: Sorveglianza) -> str:
    if trovata.da_richiedere:
        return "è da chiedere di nuovo"
    return "manca" if trovata.manca else "sta per scadere"


def _della_persona(corsista: Corsista, trovata: Sorveglianza) -> Dovere:
    entro = data_estesa(trovata.entro)
    inizio = f"Il tuo permesso di soggiorno scade il {entro}."
    if trovata.manca:
        inizio = f"Alla scuola manca il tuo permesso di soggiorno valido. Portalo entro il {entro}."
    lettera = (
        f"{inizio} Porta in segreteria il permesso nuovo, o la ricevuta della domanda di rinnovo. "
        "Intanto puoi venire a scuola."
    )
    return Dovere(
        chiave=f"patto.permesso.mio.{corsista.pk}",
        titolo="Porta in segreteria un documento nuovo",
        dettaglio=lettera,
        lettera=lettera,
        verbo="Leggi",
        pagina="patto:mio",
        visibile_dal=trovata.dal,
        entro_il=trovata.entro,
        persona=corsista.persona_id,
        perche=(trovata.perche,),
    )
