"""The sitting of the past is loaded as its paper has it, and its print holds all of it."""

import re
import subprocess
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from cpia.norme.errori import AttoRifiutato
from cpia.norme.profili import profilo
from cpia.norme.services import carica_profilo
from cpia.scuola import tenancy
from cpia.scuola.models import Istituto
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.models import Delibera, Numeratore, Punto, Verbale
from organi_collegiali.queries.verbali.verbali import anomalie
from organi_collegiali.services.numeri import prendi_numero
from organi_collegiali.services.verbali.stampe_verbali import stampa_verbale
from organi_collegiali.services.verbali.storici import carica_verbale_storico
from organi_collegiali.storici import verbale_storico
from tests.factories.organi import OrganoFactory
from tests.factories.scuola import ADESSO, PersonaFactory, contesto

pytestmark = pytest.mark.django_db
NOME = "ic-pinocchio-montesicuro-14"
FRASI = Path(__file__).with_name("verbale_14.txt")
# The paper writes these headings twice, in two ways; here each item has the one of the agenda.
SCRITTI_IN_DUE_MODI = (
    "2) Comunicazione del Dirigente e del Presidente del Consiglio d'Istituto",
    "3) Criteri da adottare in occasione di avvisi per la selezione di esperti, tutor, "
    "Coordinatori e valutatori, nelle ipotesi che possano essere interni, esterni o enti "
    "accreditati; per la realizzazione del progetto PON candidatura n.47064 relativa all'avviso "
    "n.1953 del 21/2/2017 –FSE Competenze di base",
    "4) Criteri da adottare in occasione di avvisi per la selezione di Formatori e Tutor nelle "
    "ipotesi che possano essere interni, esterni o enti accreditati, per la realizzazione di "
    "attività formative rivolte al personale scolastico anche nell'ambito di progetti PON, FSE, "
    "FESR e PNSD.",
    # The heading of the attachments and the name of the signature: the organ is written in full.
    "di Istituto seduta n.14 del",
    "Al Verbale del Consiglio",
    "Il Segretario del C.d.I.",
)


@pytest.fixture
def caricato():
    carica_profilo(profilo=profilo("ic-pinocchio-montesicuro"))
    istituto = Istituto.objects.get(slug="ic-pinocchio-montesicuro")
    with tenancy.istituto_corrente(istituto.pk):
        organo = OrganoFactory(istituto=istituto, nome="Consiglio d’istituto")
        autore = contesto(PersonaFactory(istituto=istituto))
        yield carica_verbale_storico(
            autore=autore, adesso=ADESSO, organo=organo, dati=verbale_storico(NOME)
        )


def nudo(testo: str) -> str:
    return re.sub(r"[^\w€]", "", testo).casefold()


def parole_del_pdf(pdf: bytes) -> str:
    """The words in the order of the page, without what is at the foot of each."""
    uscito = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    pagine = [re.sub(r"Pagina \d+ di \d+", "", p) for p in uscito.split("\f")]
    piede = re.compile(r"^.*Codice di verifica [\w-]+\s*$", re.MULTILINE)
    return nudo("".join(piede.sub("", pagina) for pagina in pagine))


class TestCarica:
    def test_la_seduta_e_i_suoi_numeri(self, caricato):
        seduta = caricato.seduta
        assert (seduta.numero, seduta.storica, seduta.in_carica) == (14, True, 19)
        assert caricato.stato == StatoVerbale.FIRMATO
        ultimi = dict(
            Numeratore.objects.filter(organo=seduta.organo).values_list("di_che_cosa", "ultimo")
        )
        assert ultimi == {"sedute": 14, "delibere": 85}
        assert prendi_numero(organo=seduta.organo, di_che_cosa="delibere", serie="") == 86

    def test_otto_punti_all_ordine_del_giorno_e_dieci_trattati(self, caricato):
        origini = list(
            Punto.objects.filter(seduta=caricato.seduta).values_list("ordine", "origine")
        )
        assert len(origini) == 10
        assert [ordine for ordine, origine in origini if origine == "in_seduta"] == [6, 7]

    def test_le_delibere_con_le_premesse(self, caricato):
        premesse = {
            d.numero: len(d.premesse) for d in Delibera.objects.filter(seduta=caricato.seduta)
        }
        assert premesse == {80: 1, 81: 6, 82: 2, 83: 2, 84: 4, 85: 2}

    def test_gli_assenti_per_componente(self, caricato):
        assenti = caricato.seduta.convocati.filter(presenza="assente_giustificato")
        assert sorted(assenti.values_list("componente", flat=True)) == [
            "docenti", "docenti", "genitori", "genitori", "genitori", "genitori",
        ]  # fmt: skip

    def test_due_volte_no(self, caricato):
        with pytest.raises(AttoRifiutato):
            carica_verbale_storico(
                autore=contesto(caricato.seduta.preparata_da),
                adesso=ADESSO,
                organo=caricato.seduta.organo,
                dati=verbale_storico(NOME),
            )

    def test_firmato_non_cambia(self, caricato):
        for cambia in (
            lambda: Verbale.objects.filter(pk=caricato.pk).update(apertura="altro"),
            lambda: Punto.objects.filter(seduta=caricato.seduta).update(discussione="altro"),
            lambda: caricato.allegati.update(testo="altro"),
            lambda: caricato.allegati.all().delete(),
        ):
            with pytest.raises(DatabaseError, match="verbale approvato"), transaction.atomic():
                cambia()


class TestAnomalie:
    def test_quelle_che_la_carta_ha(self, caricato):
        trovate = {
            (riga.codice, riga.punto.ordine if riga.punto else 0)
            for riga in anomalie(caricato.seduta)
        }
        assert trovate == {
            ("convocazione_non_agli_atti", 0),
            ("appello_non_riportato", 0),
            ("punti_in_piu", 0),
            ("fuori_ordine_del_giorno", 6),
            ("fuori_ordine_del_giorno", 7),
            ("deciso_senza_delibera", 9),
            ("voti_senza_cifre", 0),
            ("importo_diverso", 5),
            ("protocollo_mancante", 3),
            ("seduta_citata_diversa", 7),
            ("giorno_festivo_20170521", 3),
            ("giorno_festivo_20180425", 5),
            ("righe_numerate_1_14", 3),
        }

    def test_con_le_cifre(self, caricato):
        testi = {riga.codice: riga.testo for riga in anomalie(caricato.seduta)}
        assert "13, su 10" in testi["appello_non_riportato"]
        assert "ha 8 punti, il verbale ne tratta 10" in testi["punti_in_piu"]
        assert "80, 81, 82, 83, 84, 85" in testi["voti_senza_cifre"]
        for importo in ("€ 1.074,00", "€ 1.074,70", "€ 4.337,43"):
            assert importo in testi["importo_diverso"]

    def test_ognuna_con_le_due_fonti(self, caricato):
        assert all(riga.fonte and riga.altra_fonte for riga in anomalie(caricato.seduta))
        ammissione = anomalie(caricato.seduta).filter(codice="fuori_ordine_del_giorno").first()
        assert "art. 6" in ammissione.altra_fonte


class TestStampa:
    def test_il_pdf_ha_tutto_quello_che_ha_la_carta(self, caricato):
        verbale = stampa_verbale(caricato.istituto_id, caricato.pk)
        verbale.refresh_from_db()
        with verbale.integrale.file.open("rb") as file:
            pdf = file.read()
        letto = parole_del_pdf(pdf)
        due_modi = {nudo(frase) for frase in SCRITTI_IN_DUE_MODI}
        mancano = [
            frase
            for frase in FRASI.read_text(encoding="utf-8").splitlines()
            if nudo(frase) not in letto and nudo(frase) not in due_modi
        ]
        assert mancano == []
        assert letto.count(nudo("IL CONSIGLIO D’ISTITUTO")) >= 6

    def test_le_pagine_del_registro(self, caricato):
        verbale = stampa_verbale(caricato.istituto_id, caricato.pk)
        verbale.refresh_from_db()
        assert (verbale.pagina_da, verbale.pagina_a) == (1, verbale.integrale.pagine)
