"""Two acts at once: the second waits for the first, and finds what it left."""

import threading
from decimal import Decimal

import pytest
from django.db import OperationalError, connection, transaction

from bonus_merito.enums import FonteRisorse, Lordo, Metodo
from bonus_merito.models import Assegnazione, Attivita, Fondo, Richiesta
from bonus_merito.services.atti import decreta
from bonus_merito.services.atti import decreto as modulo
from bonus_merito.services.fondi import DatiFondo, salva_fondo
from bonus_merito.services.richieste import salva_attivita
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import tenancy
from tests.bonus_merito.scena_atti import CHI, scena
from tests.factories.scuola import ADESSO


def nel_mentre(istituto, atto) -> str:
    """Try an act on another connection, which does not wait for ever: what became of it."""
    esiti = []

    def corri() -> None:
        try:
            with tenancy.istituto_corrente(istituto.pk):
                with connection.cursor() as cursor:
                    cursor.execute("SET LOCAL lock_timeout = '500ms'")
                atto()
                esiti.append("scritto")
        except OperationalError:
            esiti.append("aspetta")
        finally:
            connection.close()

    filo = threading.Thread(target=corri)
    filo.start()
    filo.join(30)
    return esiti[0]


@pytest.mark.django_db(transaction=True)
def test_while_one_decrees_nobody_writes_the_fund_or_a_grid(monkeypatch):
    with transaction.atomic():
        casa = scena()
        chi = casa.richieste[CHI[2][0]]
        Richiesta.objects.filter(pk=chi.pk).update(stato="d_ufficio")
        campi = {"criterio": chi.attivita.first().criterio, "titolo": "Dopo", "testo": "x"}
        fondo = casa.procedura.fondo
        autore, anno = casa.autore, casa.procedura.fondo.anno_scolastico_id
    dati = DatiFondo(
        FonteRisorse.COMITATO, Decimal("1000.00"), Decimal("1000.00"), Lordo.DIPENDENTE
    )

    def scrive_fondo() -> None:
        salva_fondo(autore=autore, adesso=ADESSO, anno_id=anno, dati=dati, versione=fondo.versione)

    def scrive_griglia() -> None:
        salva_attivita(autore=autore, adesso=ADESSO, richiesta_id=chi.pk, campi=campi)

    esiti, vera = [], modulo.protocolla

    def intanto(**altro):
        esiti.extend(nel_mentre(casa.istituto, atto) for atto in (scrive_fondo, scrive_griglia))
        return vera(**altro)

    monkeypatch.setattr(modulo, "protocolla", intanto)
    with tenancy.istituto_corrente(casa.istituto.pk):
        decreta(
            autore=autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
            metodo=Metodo.QUOTE_UGUALI,
        )  # fmt: skip
    assert esiti == ["aspetta", "aspetta"]
    with tenancy.istituto_corrente(casa.istituto.pk):
        pagato = sum(esito.importo for esito in Assegnazione.objects.all())
        assert pagato == Fondo.objects.get().quota_docenti
        assert not Attivita.objects.filter(confermata__isnull=True).exists()
        for atto in (scrive_fondo, scrive_griglia):
            with pytest.raises(AttoRifiutato):
                atto()


@pytest.mark.django_db
def test_what_is_paid_is_the_fund(monkeypatch):
    casa = scena()
    monkeypatch.setattr(modulo, "fondo_di", lambda _: 1)
    with pytest.raises(ValueError, match="la somma pagata è il fondo"):
        decreta(
            autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
            metodo=Metodo.QUOTE_UGUALI,
        )  # fmt: skip
