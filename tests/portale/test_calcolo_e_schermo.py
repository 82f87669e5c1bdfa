"""``calcola votazione`` and the panel of a sitting give the same answers, school by school."""

import json

import pytest

from cpia.norme.profili import profilo
from cpia.norme.services import carica_profilo
from cpia.portale.calcolo.registro import calcola
from cpia.scuola.models import Istituto
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import TipoOrgano, VotoPresidente
from organi_collegiali.queries.voto.pannello import pannello
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.services.voto.votazioni import chiudi_votazione
from tests.factories.scuola import ADESSO
from tests.organi_collegiali.sala_di_prova import sala_di_prova

pytestmark = pytest.mark.django_db

NA2, PINOCCHIO = "cpia-napoli-provincia-2", "ic-pinocchio-montesicuro"
CIFRE = [(20, 15, 5), (21, 19, 0), (18, 18, 4), (20, 20, 0), (0, 0, 40), (40, 0, 0), (1, 0, 39)]


@pytest.mark.parametrize("cifre", CIFRE)
@pytest.mark.parametrize("slug", [NA2, PINOCCHIO])
def test_the_same_answer_on_the_screen(slug, cifre):
    carica_profilo(profilo=profilo(slug))
    istituto = Istituto.objects.get(slug=slug)
    presidente = VotoPresidente.ASTENUTO if cifre[0] == 0 else VotoPresidente.FAVOREVOLE
    with istituto_corrente(istituto.pk):
        sala = sala_di_prova(istituto=istituto, in_carica=60, presenti=40, tipo=TipoOrgano.COLLEGIO)
        votazione = chiudi_votazione(
            autore=sala.autore,
            adesso=ADESSO,
            votazione_id=sala.apri().pk,
            cifre=Cifre(*cifre),
            voto_presidente=presidente,
        )
        esito = pannello(votazione.punto, ADESSO).esito
    favorevoli, contrari, astenuti = cifre
    domanda = {
        "profilo": slug, "organo": "collegio_docenti", "forma": "palese", "presenti": 40,
        "favorevoli": favorevoli, "contrari": contrari, "astenuti": astenuti,
        "presidente": presidente,
    }  # fmt: skip
    risposta = calcola("votazione", json.dumps(domanda).encode())
    assert (esito.approvata, esito.necessari) == (risposta["approvata"], risposta["necessari"])
    assert [motivo.testo for motivo in esito.ragioni] == [r["testo"] for r in risposta["perche"]]
    assert (votazione.approvata, votazione.necessari) == (esito.approvata, esito.necessari)
