"""How a call went, counted from what is in the tables: applications, who may have a post, posts."""

from dataclasses import dataclass

from django.db.models import Q

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import elenco
from selezioni_pon.enums import StatoProposta
from selezioni_pon.models import Avviso, Esame, Invio
from selezioni_pon.queries.incarichi.finale import proposte_di, quadro_di, quante_accettate
from selezioni_pon.rules.incarichi import ART_6

IN_VIGORE = Q(sostituito_il__isnull=True, ritirato_il__isnull=True)


@dataclass(frozen=True)
class Numeri:
    """Applications that count, how many of them could have a post, how many posts are taken."""

    domande: int
    idonei: int
    coperti: int


def numeri_di(avviso: Avviso) -> Numeri | None:
    """Those of a call; None where nobody applied on the portal: then who directs writes them.

    Before the final ranking whoever is not excluded may still have a post. Six queries at most.
    """
    inviate = Invio.objects.filter(
        IN_VIGORE, istituto_id=avviso.istituto_id, candidatura__avviso=avviso
    )
    domande = inviate.count()
    if not domande:
        return None
    quadro = quadro_di(avviso)
    if quadro is None:
        esclusi = Esame.objects.filter(
            istituto_id=avviso.istituto_id, invio__in=inviate, ammesso=False
        )
        return Numeri(domande, domande - esclusi.count(), 0)
    coperti = quante_accettate(list(proposte_di(avviso)))
    return Numeri(domande, max(len(quadro.fila), coperti), coperti)


def ancora_in_fila(avviso: Avviso, numeri: Numeri | None) -> list[Violazione]:
    """What is against saying that the call was not enough: somebody may still have a post.

    Three queries at most.
    """
    if numeri is None or not numeri.idonei:
        return []
    quadro = quadro_di(avviso)
    if quadro is None:
        testo = "Le domande ci sono: prima si arriva alla graduatoria definitiva."
        return [Violazione("senza_graduatoria", testo, ART_6)]
    scorrimento = quadro.scorrimento
    aspettano = {*scorrimento.da_proporre, *scorrimento.in_attesa, *scorrimento.pari}
    nomi = [uno.nome for uno in quadro.fila if str(uno.candidatura_id) in aspettano]
    in_attesa = [
        una.candidatura.persona.nome_e_cognome
        for una in quadro.fuori
        if una.stato == StatoProposta.IN_ATTESA
    ]
    if not (nomi or in_attesa):
        return []
    testo = f"In graduatoria c’è ancora chi può avere il posto: {elenco([*nomi, *in_attesa])}."
    return [Violazione("ancora_in_fila", testo, ART_6)]
