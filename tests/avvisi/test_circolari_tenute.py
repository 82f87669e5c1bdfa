"""Who no longer has the role owes nothing: not missing anywhere, and counted a_parte everywhere."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cpia.avvisi.circolari.queries.riassunto import riassunto
from cpia.avvisi.circolari.services import registra_riscontro, sollecita_circolare
from cpia.avvisi.models import Circolare
from cpia.scuola import orologio
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Classe, Incarico, Iscrizione, Responsabilita, Sede
from tests.avvisi.circolari import Ufficio, bozza, browser, pubblicata, ufficio
from tests.avvisi.scena import INIZIO, MERCOLEDI, contesto, incarico, persona

IERI = date(2024, 6, 4)


@pytest.fixture
def casa(scuola, settings, monkeypatch) -> Ufficio:
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: MERCOLEDI)
    return ufficio(scuola)


@pytest.fixture
def vai(casa):
    return browser(casa)


@pytest.fixture
def uscita(casa) -> Circolare:
    """Five teachers: one has answered and gone, two have gone, two still must."""
    chi = [persona(casa.scuola.istituto, f"Docente{numero}") for numero in range(4)]
    for docente in chi:
        incarico(docente, Ruolo.DOCENTE, cattedra=casa.scuola.cattedra)
    circolare = pubblicata(casa)
    registra_riscontro(autore=contesto(casa.docente), adesso=MERCOLEDI, circolare_id=circolare.pk)
    Incarico.objects.filter(persona__in=[casa.docente, *chi[:2]]).update(al=IERI)
    return circolare


def cifre(pagina: str) -> dict[str, int]:
    """What the figures on top of the page say."""
    return {nome: int(n) for nome, n in re.findall(r"<dt>([^<]+)</dt><dd>(\d+)</dd>", pagina)}


def test_the_same_numbers_in_all_places(casa, uscita, vai):
    dove = f"circolari/{uscita.pk}/ricevute/"
    pagina = vai(casa.segretaria, dove).text
    assert cifre(pagina) == {
        "Destinatari": 5, "Mancano": 2, "In ritardo": 0, "Non più tenute": 2
    }  # fmt: skip
    assert re.search(r"Docenti</a>\s*<span>0 su 2</span>", pagina)
    assert re.search(r"non ha più il ruolo</a>\s*<span>1 su 1</span>", pagina)
    elenco = vai(casa.segretaria, "circolari/ufficio/").text
    assert re.search(r">1 su 3<span", elenco)
    assert "non più tenute: 2" in elenco
    assert riassunto(casa.dirige).frase == "1 circolare aspetta 2 risposte."
    assert sollecita_circolare(autore=casa.scrive, adesso=MERCOLEDI, circolare_id=uscita.pk) == 2


def test_the_rows_of_the_file_say_it_too(casa, uscita, vai):
    file = vai(casa.segretaria, f"circolari/{uscita.pk}/ricevute/?formato=csv")
    assert file.content.decode("utf-8-sig").count('"non più dovuta"') == 2
    tutte = vai(casa.segretaria, "circolari/ufficio/?formato=csv").content.decode("utf-8-sig")
    testa, riga = (r.split(";") for r in tutte.splitlines())
    conti = dict(zip(testa, riga, strict=True))
    assert [conti[f'"{n}"'].strip('"') for n in (
        "Destinatari", "Hanno risposto", "Mancano", "Non più tenute"
    )] == ["5", "1", "2", "2"]  # fmt: skip


def test_filters_do_not_mix_them_with_the_missing(casa, uscita, vai):
    dove = f"circolari/{uscita.pk}/ricevute/"
    mancano = vai(casa.segretaria, f"{dove}?stato=mancano").text
    assert mancano.count("<tr data-voce>") == 2
    assert "non più dovuta" not in mancano
    a_parte = vai(casa.segretaria, f"{dove}?stato=non_piu").text
    assert a_parte.count("<tr data-voce>") == a_parte.count("non più dovuta") == 2


def test_when_all_who_still_must_have_answered_nobody_is_missing(casa, uscita, vai):
    Incarico.objects.filter(ruolo=Ruolo.DOCENTE).update(al=IERI)
    pagina = vai(casa.segretaria, f"circolari/{uscita.pk}/ricevute/").text
    assert cifre(pagina)["Mancano"] == 0
    assert "Non manca più nessuno." in pagina
    assert riassunto(casa.dirige) is None


def test_each_circular_counts_its_own_recipients(casa, vai):
    """The same person owes one circular by class and another no more."""
    altra_sede = Sede.objects.create(istituto=casa.scuola.istituto, nome="Succursale")
    lontana = Classe.objects.get(pk=casa.scuola.classe.pk)
    lontana.pk, lontana.sezione, lontana.sede = None, "Z", altra_sede
    lontana.save()
    chi = [Ruolo.STUDENTE, Ruolo.RESPONSABILE]
    pubblicata(casa, oggetto="Della classe", ruoli=chi, classi=[casa.scuola.classe])
    pubblicata(casa, oggetto="Di tutti", ruoli=chi)
    Iscrizione.objects.filter(persona=casa.studente).update(al=IERI)
    Iscrizione.objects.create(
        istituto=casa.scuola.istituto, persona=casa.studente, classe=lontana, dal=INIZIO
    )
    pubblicata(casa, oggetto="Della sede", ruoli=chi, sedi=[altra_sede])
    assert riassunto(casa.dirige).frase == "2 circolari aspettano 4 risposte."
    Responsabilita.objects.update(al=IERI)
    assert riassunto(casa.dirige).frase == "2 circolari aspettano 2 risposte."
    elenco = vai(casa.segretaria, "circolari/ufficio/").text
    assert [int(n) for n in re.findall(r"non più tenute: (\d)", elenco)] == [1, 1, 2]


def test_counts_cost_the_same_however_many(casa, vai):
    costi = []
    for quante in (1, 12):
        for numero in range(quante):
            nuovo = persona(casa.scuola.istituto, f"Altro{quante}{numero}")
            incarico(nuovo, Ruolo.DOCENTE, cattedra=casa.scuola.cattedra)
            pubblicata(casa, ruoli=[Ruolo.DOCENTE, Ruolo.STUDENTE, Ruolo.RESPONSABILE])
        bozza(casa)
        with CaptureQueriesContext(connection) as lette:
            riassunto(casa.dirige)
            vai(casa.segretaria, "circolari/ufficio/")
        costi.append(len(lette))
    assert costi[0] == costi[1]


def test_nobody_left_to_answer_is_shown_too(casa, vai):
    uscita = pubblicata(casa)
    Incarico.objects.filter(ruolo=Ruolo.DOCENTE).update(al=IERI)
    assert re.search(r">0 su 0<span", vai(casa.segretaria, "circolari/ufficio/").text)
    pagina = vai(casa.segretaria, f"circolari/{uscita.pk}/ricevute/").text
    assert cifre(pagina)["Non più tenute"] == 1
