"""The screens of the entry: who gets them, what they refuse, how many queries they cost."""

import json
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from competenze.models import Inserimento, Valutazione
from tests.factories.competenze import ClasseRilevataFactory, InserimentoFactory
from tests.factories.inserimento import scena
from tests.factories.scuola import AppartenenzaFactory, GruppoFactory, IncaricoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_giugno(settings):
    """The portal believes to be on 5 June 2024, as the campaign wants."""
    quando = datetime(2024, 6, 5, 8, 0, tzinfo=UTC)
    settings.OROLOGIO_SPOSTAMENTO = (quando - timezone.now()).total_seconds()
    settings.MFA_OBBLIGATORIA = False


@pytest.fixture
def qui():
    return scena()


@pytest.fixture
def entra(client):
    def come(persona):
        client.force_login(persona.utente)
        return client

    return come


def indirizzo(qui, nome, *altro):
    return reverse(f"competenze:{nome}", args=[qui.istituto.slug, qui.inserimento.pk, *altro])


def cella(qui, livello, versione=0, *, motivo="", studente=0, colonna=0):
    return {
        "iscrizione": qui.studenti[studente].pk,
        "competenza": qui.competenze[colonna].pk,
        "livello": livello,
        "motivo": motivo,
        "versione": versione,
    }


def manda(client, qui, *celle, corpo=None):
    corpo = json.dumps(celle) if corpo is None else corpo
    return client.patch(indirizzo(qui, "celle"), corpo, content_type="application/json")


PAGINE = [
    "inserimento",
    "livelli_inserimento",
    "perche_termine",
    "registra_inserimento",
    "storia_inserimento",
    "studenti",
]


@pytest.mark.parametrize("pagina", PAGINE)
def test_il_proprio_docente_apre_le_pagine(qui, entra, pagina):
    assert entra(qui.docente).get(indirizzo(qui, pagina)).status_code == 200


@pytest.mark.parametrize("pagina", [*PAGINE, "celle", "incolla"])
def test_chi_non_insegna_quella_disciplina_non_la_trova(qui, entra, pagina):
    altrui = IncaricoFactory(istituto=qui.istituto).persona
    for persona in (altrui, qui.coordinatrice):
        client = entra(persona)
        assert client.get(indirizzo(qui, pagina)).status_code in {404, 405}
        assert client.post(indirizzo(qui, pagina)).status_code in {404, 405}


def test_un_altro_istituto_non_la_trova(qui, entra):
    altra = scena()
    url = reverse("competenze:inserimento", args=[altra.istituto.slug, qui.inserimento.pk])
    assert entra(altra.docente).get(url).status_code == 404


def test_un_incarico_finito_non_apre_piu(qui, entra):
    qui.docente.incarichi.update(al=date(2024, 6, 4))
    assert entra(qui.docente).get(indirizzo(qui, "inserimento")).status_code == 404


def test_senza_accesso_il_salvataggio_rimanda_all_accesso(qui, client):
    risposta = manda(client, qui, cella(qui, "A"))
    assert risposta.status_code == 302
    assert not Valutazione.objects.exists()


def test_una_cella_salvata_torna_con_versione_e_ora(qui, entra):
    risposta = manda(entra(qui.docente), qui, cella(qui, "B"))
    assert risposta.status_code == 200
    (esito,) = risposta.json()["celle"]
    assert (esito["esito"], esito["versione"]) == ("salvata", 1)
    assert esito["chiave"] == f"{qui.studenti[0].pk}-{qui.competenze[0].pk}"
    assert risposta.json()["salvato_alle"] == "10.00"


def test_un_conflitto_torna_con_chi_quando_e_i_due_valori(qui, entra):
    manda(entra(qui.collega), qui, cella(qui, "C"))
    risposta = manda(entra(qui.docente), qui, cella(qui, "B"), cella(qui, "A", studente=1))
    assert risposta.status_code == 409
    primo, secondo = risposta.json()["celle"]
    assert primo["esito"] == "conflitto"
    assert primo["altra"] == {
        "livello": "C",
        "motivo": "",
        "quando": "alle 10.00",
        "autore": qui.collega.iniziale_e_cognome,
        "email": qui.collega.utente.email,
        "mia": False,
    }
    assert secondo["esito"] == "salvata"
    assert Valutazione.objects.get(iscrizione=qui.studenti[1]).livello == "A"


def test_una_cella_rifiutata_dice_perche_e_le_altre_restano(qui, entra):
    risposta = manda(entra(qui.docente), qui, cella(qui, "NV"), cella(qui, "A", studente=1))
    assert risposta.status_code == 422
    assert "vuole un motivo" in risposta.json()["celle"][0]["testo"]
    assert Valutazione.objects.count() == 1


def test_a_inserimento_registrato_tutto_e_rifiutato_con_il_motivo(qui, entra):
    Inserimento.objects.update(stato="registrato", registrato_il=timezone.now())
    risposta = manda(entra(qui.docente), qui, cella(qui, "A"))
    assert risposta.status_code == 422
    assert risposta.json() == {
        "rifiuto": ["I livelli della disciplina sono registrati: li può riaprire il coordinatore."]
    }


BUONA = {"iscrizione": 1, "competenza": 1, "livello": "A", "motivo": "", "versione": 0}


@pytest.mark.parametrize(
    "corpo",
    [
        "", "{}", "[]", "null", "3", "[1]", "[null]", "[[]]", '"A"', "[{]", "\x00", "[NaN]",
        json.dumps([{}]),
        *(
            json.dumps([{**BUONA, campo: valore}])
            for campo, valore in [
                ("iscrizione", "uno"), ("iscrizione", -1), ("iscrizione", None),
                ("iscrizione", True), ("iscrizione", [1]), ("iscrizione", 1.5),
                ("competenza", {}), ("competenza", "1; DROP TABLE"), ("versione", -1),
                ("versione", "ultima"), ("versione", None), ("livello", "A" * 21),
                ("motivo", "x" * 301), ("motivo", "con \x00 dentro"),
            ]
        ),
        json.dumps([BUONA, BUONA]),
        json.dumps([{**BUONA, "iscrizione": n} for n in range(1, 502)]),
    ],
)  # fmt: skip
def test_un_corpo_che_non_e_un_elenco_di_celle(qui, entra, corpo):
    risposta = manda(entra(qui.docente), qui, corpo=corpo)
    assert risposta.status_code == 400
    assert risposta.json()["rifiuto"]
    assert not Valutazione.objects.exists()


@pytest.mark.parametrize("numero", [2**31, 2**63, 10**40])
def test_numeri_enormi_sono_di_nessuno(qui, entra, numero):
    celle = [
        {**cella(qui, "A"), "iscrizione": numero},
        {**cella(qui, "A"), "competenza": numero},
        {**cella(qui, "A"), "versione": numero},
    ]
    risposta = manda(entra(qui.docente), qui, *celle)
    assert risposta.status_code == 422
    assert {esito["esito"] for esito in risposta.json()["celle"]} == {"rifiutata"}
    assert not Valutazione.objects.exists()


def test_un_blocco_incollato_si_legge_e_non_si_scrive(qui, entra):
    risposta = entra(qui.docente).post(
        indirizzo(qui, "incolla"), {"testo": "A\t\n3\tBase\n", "riga": 1, "colonna": 0}
    )
    chiavi = [
        f"{qui.studenti[riga].pk}-{qui.competenze[colonna].pk}"
        for riga, colonna in [(1, 0), (2, 0), (2, 1)]
    ]
    assert risposta.json() == {
        "modifiche": [
            {"chiave": chiave, "livello": livello}
            for chiave, livello in zip(chiavi, "ABC", strict=True)
        ],
        "errori": [],
    }
    assert not Valutazione.objects.exists()


@pytest.mark.parametrize(
    ("dati", "testo"),
    [
        ({"testo": "A\nottimo", "riga": 0, "colonna": 0}, "«ottimo» non è un livello"),
        ({"testo": "A\nB\nC\nD", "riga": 0, "colonna": 0}, "4 righe"),
        ({"testo": "A", "riga": 0, "colonna": 9}, "la griglia ne ha"),
        ({"testo": "", "riga": 0, "colonna": 0}, "vuoto"),
        ({"testo": "A" * 20_001, "riga": 0, "colonna": 0}, "troppo grande"),
        ({"testo": "A", "riga": "-1", "colonna": 0}, "0"),
    ],
)
def test_un_blocco_che_non_va_dice_perche(qui, entra, dati, testo):
    risposta = entra(qui.docente).post(indirizzo(qui, "incolla"), dati)
    assert risposta.status_code == 422
    assert risposta.json()["modifiche"] == []
    assert any(testo in errore for errore in risposta.json()["errori"])


def scheda(qui, **campi):
    """What the browser sends of the circular's form."""
    dati = {}
    for colonna, competenza in enumerate(qui.competenze):
        riga = Valutazione.objects.filter(iscrizione=qui.studenti[0], competenza=competenza).first()
        dati[f"livello_{competenza.pk}"] = campi.get(f"livello{colonna}", "")
        dati[f"motivo_{competenza.pk}"] = campi.get(f"motivo{colonna}", "")
        dati[f"versione_{competenza.pk}"] = campi.get("versione", riga.versione if riga else 0)
    return dati


def test_la_scheda_ha_i_tre_passi_della_circolare(qui, entra):
    client = entra(qui.docente)
    elenco = client.get(indirizzo(qui, "studenti")).content.decode()
    url = indirizzo(qui, "scheda", qui.studenti[0].pk)
    assert f'href="{url}">inserisci competenze' in elenco
    pagina = client.get(url).content.decode()
    assert all(competenza.nome in pagina for competenza in qui.competenze)
    assert ">registra</button>" in pagina
    risposta = client.post(url, scheda(qui, livello0="A", livello1="NV", motivo1="in mobilità"))
    assert risposta.status_code == 302
    assert (qui.riga(0, 0).livello, qui.riga(0, 1).motivo) == ("A", "in mobilità")


def test_la_scheda_senza_motivo_conserva_cio_che_e_scritto(qui, entra):
    url = indirizzo(qui, "scheda", qui.studenti[0].pk)
    risposta = entra(qui.docente).post(url, scheda(qui, livello0="NV", livello1="C"))
    assert risposta.status_code == 422
    pagina = risposta.content.decode()
    assert "vuole un motivo" in pagina
    for competenza, livello in zip(qui.competenze, ["NV", "C"], strict=True):
        assert f'id="id_livello_{competenza.pk}-{livello}" value="{livello}" checked' in pagina
    assert not Valutazione.objects.exists()


def test_la_scheda_in_conflitto_mostra_l_altro_valore_e_poi_lo_sostituisce(qui, entra):
    qui.salva(qui.voluta("C"), chi=qui.collega)
    url = indirizzo(qui, "scheda", qui.studenti[0].pk)
    client = entra(qui.docente)
    risposta = client.post(url, scheda(qui, livello0="A", versione=0))
    assert risposta.status_code == 409
    pagina = risposta.content.decode()
    assert "C Base" in pagina
    assert qui.collega.iniziale_e_cognome in pagina
    assert qui.riga().livello == "C"
    assert client.post(url, scheda(qui, livello0="A")).status_code == 302
    assert (qui.riga().livello, qui.riga().versione) == ("A", 2)


def test_la_scheda_passa_allo_studente_dopo(qui, entra):
    url = indirizzo(qui, "scheda", qui.studenti[0].pk)
    risposta = entra(qui.docente).post(url, {**scheda(qui, livello0="A"), "successivo": "si"})
    assert risposta["Location"] == indirizzo(qui, "scheda", qui.studenti[1].pk)


def test_la_scheda_di_chi_non_segue_non_c_e(qui, entra):
    assert entra(qui.docente).get(indirizzo(qui, "scheda", 10**9)).status_code == 404


def test_registrare_chiede_di_aver_riletto(qui, entra):
    qui.completa()
    client = entra(qui.docente)
    url = indirizzo(qui, "registra_inserimento")
    assert "Registrare e chiudere" in client.get(url).content.decode()
    assert client.post(url).status_code == 422
    risposta = client.post(url, {"riletto": "si"})
    assert risposta.status_code == 302
    qui.inserimento.refresh_from_db()
    assert qui.inserimento.stato == "registrato"


def test_registrare_elenca_cio_che_manca(qui, entra):
    qui.salva(qui.voluta("A"))
    pagina = entra(qui.docente).get(indirizzo(qui, "registra_inserimento")).content.decode()
    assert "5 caselle sono vuote" in pagina
    assert indirizzo(qui, "scheda", qui.studenti[0].pk) in pagina
    risposta = entra(qui.docente).post(indirizzo(qui, "registra_inserimento"), {"riletto": "si"})
    assert risposta.status_code == 422


def test_la_storia_dice_chi_e_da_che_cosa_a_che_cosa(qui, entra):
    qui.salva(qui.voluta("B"))
    qui.salva(qui.voluta("A", 0), chi=qui.collega)
    pagina = entra(qui.docente).get(indirizzo(qui, "storia_inserimento")).content.decode()
    assert "da <strong>vuota</strong> a <strong>B</strong>" in pagina
    assert "voleva segnare <strong>A</strong>" in pagina
    assert str(qui.collega) in pagina
    assert str(qui.studenti[0].persona) in pagina


def test_religione_solo_chi_la_segue(qui, entra):
    gruppo = GruppoFactory(
        istituto=qui.istituto, classe=qui.inserimento.classe_rilevata.classe, nome="IRC"
    )
    AppartenenzaFactory(istituto=qui.istituto, gruppo=gruppo, iscrizione=qui.studenti[1])
    qui.inserimento.cattedra.gruppo = gruppo
    qui.inserimento.cattedra.save()
    client = entra(qui.docente)
    pagina = client.get(indirizzo(qui, "inserimento")).content.decode()
    assert str(qui.studenti[1].persona) in pagina
    assert str(qui.studenti[0].persona) not in pagina
    assert manda(client, qui, cella(qui, "A")).status_code == 422


def test_la_competenza_per_lingua_solo_nella_disciplina_di_quella_lingua(qui, entra):
    qui.competenze[0].per_lingua = True
    qui.competenze[0].save()
    client = entra(qui.docente)
    assert qui.competenze[0].nome not in client.get(indirizzo(qui, "inserimento")).content.decode()
    assert manda(client, qui, cella(qui, "A")).status_code == 422
    disciplina = qui.inserimento.cattedra.disciplina
    disciplina.lingua = "francese"
    disciplina.save()
    pagina = client.get(indirizzo(qui, "inserimento")).content.decode()
    assert f"{qui.competenze[0].nome}: francese" in pagina
    assert manda(client, qui, cella(qui, "A")).status_code == 200


def test_una_classe_senza_studenti_lo_dice(entra):
    vuota = scena(studenti=0)
    pagina = entra(vuota.docente).get(indirizzo(vuota, "inserimento")).content.decode()
    assert "Nessuno studente segue questa disciplina" in pagina
    assert "Registra e chiudi" not in pagina


def test_l_elenco_ha_le_sezioni_di_chi_guarda(qui, entra):
    url = reverse("competenze:elenco", args=[qui.istituto.slug])
    pagina = entra(qui.docente).get(url).content.decode()
    assert "Le mie classi" in pagina
    assert ">Inserisci<" in pagina
    assert "Classi che coordino" not in pagina
    qui.salva(qui.voluta("A"))
    assert ">Continua<" in entra(qui.docente).get(url).content.decode()
    pagina = entra(qui.coordinatrice).get(url).content.decode()
    assert "Classi che coordino" in pagina
    assert "0 di 1 registrate" in pagina
    assert "Le mie classi" not in pagina


@pytest.mark.parametrize("ruolo", ["dirigente", "segreteria"])
def test_l_elenco_delle_rilevazioni(qui, entra, ruolo):
    persona = IncaricoFactory(istituto=qui.istituto, **{ruolo: True}).persona
    url = reverse("competenze:elenco", args=[qui.istituto.slug])
    pagina = entra(persona).get(url).content.decode()
    assert qui.inserimento.classe_rilevata.rilevazione.titolo in pagina


def quante(django_assert_max_num_queries, client, url):
    """The queries of a page; the first one of a session also writes the session."""
    client.get(url)
    with django_assert_max_num_queries(40) as contate:
        assert client.get(url).status_code == 200
    return [riga["sql"] for riga in contate.captured_queries]


@pytest.mark.parametrize("pagina", PAGINE)
def test_le_query_non_crescono_con_la_classe(entra, django_assert_max_num_queries, pagina):
    conte = []
    for studenti, competenze in [(1, 1), (27, 8)]:
        qui = scena(studenti=studenti, competenze=competenze)
        qui.completa()
        client = entra(qui.docente)
        conte.append(quante(django_assert_max_num_queries, client, indirizzo(qui, pagina)))
    assert len(conte[0]) == len(conte[1])


def test_la_griglia_legge_in_meno_di_dieci_query(entra, django_assert_max_num_queries):
    qui = scena(studenti=27, competenze=8)
    frasi = quante(django_assert_max_num_queries, entra(qui.docente), indirizzo(qui, "inserimento"))
    proprie = [frase for frase in frasi if "competenze_" in frase or "norme_" in frase]
    assert len(proprie) <= 10


def test_salvare_cento_celle_costa_quanto_salvarne_una(entra, django_assert_max_num_queries):
    qui = scena(studenti=26, competenze=4)
    client = entra(qui.docente)
    tutte = [cella(qui, "B", studente=s, colonna=c) for s in range(26) for c in range(4)]
    client.get(indirizzo(qui, "inserimento"))
    with django_assert_max_num_queries(40) as una:
        assert manda(client, qui, tutte[0]).status_code == 200
    with django_assert_max_num_queries(40) as cento:
        assert manda(client, qui, *tutte[1:]).status_code == 200
    assert len(una) == len(cento)


def test_le_query_dell_elenco_non_crescono(entra, qui, django_assert_max_num_queries):
    url = reverse("competenze:elenco", args=[qui.istituto.slug])
    poche = quante(django_assert_max_num_queries, entra(qui.docente), url)
    rilevazione = qui.inserimento.classe_rilevata.rilevazione
    for _ in range(6):
        rilevata = ClasseRilevataFactory(istituto=qui.istituto, rilevazione=rilevazione)
        altro = InserimentoFactory(
            istituto=qui.istituto, classe_rilevata=rilevata, competenze=2, studenti=3
        )
        IncaricoFactory(istituto=qui.istituto, persona=qui.docente, cattedra=altro.cattedra)
    molte = quante(django_assert_max_num_queries, entra(qui.docente), url)
    assert len(poche) == len(molte)
