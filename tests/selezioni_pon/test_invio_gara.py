"""Many send at once around the term: who asked in time is in, who asked a second later is not."""

import threading
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction

from cpia.atti.models import Protocollo
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import tenancy
from selezioni_pon.models import Candidatura, Invio
from selezioni_pon.services.candidature.invio import invia_candidatura
from tests.factories.scuola import IncaricoFactory, PersonaFactory, contesto
from tests.factories.selezioni import SCADE, AvvisoFactory
from tests.selezioni_pon.scena import scena
from tests.selezioni_pon.scena_invio import candidatura, firmata

DOPO = SCADE + timedelta(seconds=1)


def insieme(tentativi: list[tuple[Candidatura, datetime]]) -> dict[tuple[int, datetime], str]:
    """Every one on a connection of its own, all let go at the same instant: what each was told."""
    esiti: dict[tuple[int, datetime], str] = {}
    via = threading.Barrier(len(tentativi))

    def corri(riga: Candidatura, adesso: datetime) -> None:
        try:
            with tenancy.istituto_corrente(riga.istituto_id):
                autore = contesto(riga.persona, adesso)
                via.wait(30)
                invia_candidatura(
                    autore=autore, adesso=adesso, candidatura_id=riga.pk, versione=riga.versione
                )
            esiti[riga.pk, adesso] = "inviata"
        except AttoRifiutato as rifiuto:
            esiti[riga.pk, adesso] = rifiuto.violazioni[0].codice
        finally:
            connection.close()

    fili = [threading.Thread(target=corri, args=uno) for uno in tentativi]
    for filo in fili:
        filo.start()
    for filo in fili:
        filo.join(60)
    return esiti


@pytest.mark.django_db(transaction=True)
def test_the_term_holds_to_the_second_when_many_send_at_once(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with transaction.atomic():
        casa = scena()
        avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
        persone = [PersonaFactory(istituto=casa.istituto) for _ in range(6)]
        for chi in persone:
            IncaricoFactory(istituto=casa.istituto, persona=chi)
        pronte = [firmata(candidatura(avviso, chi)) for chi in persone]
    in_tempo, tardi = pronte[:4], pronte[4:]
    # The first of them clicks twice.
    esiti = insieme(
        [(riga, SCADE) for riga in in_tempo]
        + [(in_tempo[0], SCADE + timedelta(microseconds=1))]
        + [(riga, DOPO) for riga in tardi]
    )
    assert [esiti[riga.pk, SCADE] for riga in in_tempo] == ["inviata"] * 4
    assert [esiti[riga.pk, DOPO] for riga in tardi] == ["fuori_termine"] * 2
    with tenancy.istituto_corrente(casa.istituto.pk):
        inviate = sorted(Invio.objects.values_list("candidatura_id", flat=True))
        assert inviate == [riga.pk for riga in in_tempo]
        numeri = sorted(Protocollo.objects.values_list("numero", flat=True))
        assert numeri == [1, 2, 3, 4]
