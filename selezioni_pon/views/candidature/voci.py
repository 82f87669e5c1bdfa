"""The items of a draft as its page shows them."""

from dataclasses import dataclass

from django.http import Http404

from selezioni_pon.forms.candidature.allegati import AllegatoForm
from selezioni_pon.forms.candidature.risposta import RispostaForm
from selezioni_pon.forms.carte import nuova_chiave
from selezioni_pon.models import AllegatoCandidatura, Candidatura, Risposta
from selezioni_pon.queries.candidature.impronte import Tenuta, impronta_della_risposta
from selezioni_pon.queries.candidature.prova import (
    Conto,
    domanda_al,
    modulo_di,
    tenute,
)
from selezioni_pon.queries.candidature.scheda import prove_di
from selezioni_pon.queries.prova import ParteProvata, VoceProvata
from selezioni_pon.rules.griglia.modulo import Domanda


@dataclass(frozen=True)
class VoceScritta:
    """An item on the page: its fields, its points, its evidence."""

    posto: int
    provata: VoceProvata
    form: RispostaForm
    prove: list[AllegatoCandidatura]
    prova_form: AllegatoForm

    @property
    def nome(self) -> str:
        """What its ids on the page end with."""
        return self.provata.domanda.nome


def domanda_di(candidatura: Candidatura, posto: int) -> Domanda:
    """The item at a place in print; 404 where nobody declares it."""
    domanda = domanda_al(modulo_di(candidatura), posto)
    if domanda is None:
        raise Http404
    return domanda


def sezioni_scritte(
    candidatura: Candidatura,
    conto: Conto,
    risposta: RispostaForm | None,
    prova: AllegatoForm | None,
) -> list[tuple[ParteProvata, list[VoceScritta]]]:
    """The sections with their items; with the form of one that was refused."""
    return [
        (parte, [voce_scritta(candidatura, voce, risposta, prova) for voce in parte.voci])
        for parte in conto.parti
    ]


def voce_scritta(
    candidatura: Candidatura,
    provata: VoceProvata,
    risposta: RispostaForm | None,
    prova: AllegatoForm | None,
) -> VoceScritta:
    """One item, loaded with its draft."""
    domanda = provata.domanda
    numero = domanda.voce.numero
    sua = risposta is not None and risposta.domanda.nome == domanda.nome
    propria = prova is not None and prova.segno == domanda.nome
    return VoceScritta(
        posto=int(domanda.nome.removeprefix("v")),
        provata=provata,
        form=risposta if risposta and sua else modulo_risposta(candidatura, domanda),
        prove=prove_di(candidatura).get(numero, []),
        prova_form=prova
        if prova and propria
        else AllegatoForm(segno=domanda.nome, initial={"chiave": nuova_chiave()}),
    )


def modulo_risposta(candidatura: Candidatura, domanda: Domanda) -> RispostaForm:
    """The form of an item as it is kept; its version is its fingerprint."""
    numero = domanda.voce.numero
    riga = tenute(candidatura).get(numero) or Risposta(candidatura=candidatura, voce=numero)
    tenuta = Tenuta(riga, impronta_della_risposta(riga))
    form = RispostaForm(domanda=domanda)
    form.initial = form.attuali(tenuta) | {"versione": tenuta.versione}
    return form
