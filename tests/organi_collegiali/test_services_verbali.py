"""Minutes from the draft to the albo: every act, and the refusal that changes nothing."""

import io

import pikepdf
import pytest
from django.db import DatabaseError, transaction

from cpia.atti.models import Operazione
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola import tenancy
from organi_collegiali.documents import testo_verbale as documenti
from organi_collegiali.enums import EsitoPunto, EsitoRilievo, StatoVerbale
from organi_collegiali.models import Punto, Rilievo, Verbale
from organi_collegiali.queries.verbali.materia import materia
from organi_collegiali.services.verbali.firme_verbali import firma_verbale
from organi_collegiali.services.verbali.lettura_verbali import decidi_rilievo, presenta_rilievo
from organi_collegiali.services.verbali.pubblicazione_verbali import pubblica_verbale
from organi_collegiali.services.verbali.scrittura_verbali import scrivi_note, scrivi_parole
from organi_collegiali.services.verbali.stampe_verbali import stampa_verbale
from organi_collegiali.services.verbali.verbali import approva_verbale, apri_verbale
from tests.factories.scuola import ADESSO
from tests.organi_collegiali.scena_verbali import scena

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa():
    trovata = scena()
    with tenancy.istituto_corrente(trovata.istituto.pk):
        yield trovata


def codici(rifiuto):
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def attuale(casa) -> Verbale:
    return Verbale.objects.select_related("seduta__organo").get(pk=casa.verbale.pk)


def impronta(casa) -> str:
    return documenti.testo_verbale(materia(attuale(casa))).impronta


def rilievo(casa, testo="Manca la mia frase.") -> Rilievo:
    return presenta_rilievo(
        autore=casa.come(casa.consigliere), adesso=ADESSO, verbale_id=casa.verbale.pk, testo=testo
    )


def firma(casa, persona, parole=None):
    return firma_verbale(
        autore=casa.come(persona),
        adesso=ADESSO,
        verbale_id=casa.verbale.pk,
        impronta=parole or impronta(casa),
    )


def firmato(casa) -> Verbale:
    casa.in_lettura()
    casa.approva()
    firma(casa, casa.presidente)
    return firma(casa, casa.segretario)


class TestApri:
    def test_nasce_con_le_parole_della_seduta(self, casa):
        assert "si riunisce il Consiglio d’istituto" in casa.verbale.apertura
        assert "la seduta è tolta alle ore" in casa.verbale.chiusura

    def test_due_volte_e_lo_stesso(self, casa):
        altro = apri_verbale(autore=casa.come(casa.segretario), adesso=ADESSO, seduta=casa.seduta)
        assert altro == casa.verbale
        assert Operazione.objects.filter(azione="apre il verbale").count() == 1


class TestScrivi:
    def scrivi(self, casa, **altro):
        dati = {"discussione": "Nuove note.", "versione": casa.punto.versione}
        return scrivi_note(
            autore=casa.come(casa.segretario), adesso=ADESSO, verbale_id=casa.verbale.pk,
            punto_id=casa.punto.pk, **(dati | altro),
        )  # fmt: skip

    def test_le_note_crescono_di_versione(self, casa):
        assert self.scrivi(casa).versione == casa.punto.versione + 1

    def test_due_persone_insieme_vedono_i_due_testi(self, casa):
        self.scrivi(casa)
        with pytest.raises(Conflitto) as conflitto:
            self.scrivi(casa, discussione="Le mie.")
        assert conflitto.value.attuale.discussione == "Nuove note."
        assert Punto.objects.get(pk=casa.punto.pk).discussione == "Nuove note."

    def test_le_parole_di_apertura_e_chiusura(self, casa):
        scritto = scrivi_parole(
            autore=casa.come(casa.segretario), adesso=ADESSO, verbale_id=casa.verbale.pk,
            apertura="Il giorno 6 maggio", chiusura="Fine.", versione=1,
        )  # fmt: skip
        assert (scritto.versione, scritto.chiusura) == (2, "Fine.")
        with pytest.raises(Conflitto):
            scrivi_parole(
                autore=casa.come(casa.segretario), adesso=ADESSO, verbale_id=casa.verbale.pk,
                apertura="Altro", chiusura="Altro", versione=1,
            )  # fmt: skip

    def test_in_lettura_solo_dopo_un_rilievo_accolto(self, casa):
        casa.in_lettura()
        with pytest.raises(AttoRifiutato) as rifiuto:
            self.scrivi(casa)
        assert codici(rifiuto) == ["non_si_scrive"]
        decidi_rilievo(
            autore=casa.come(casa.segretario), adesso=ADESSO, rilievo_id=rilievo(casa).pk,
            esito=EsitoRilievo.ACCOLTO, risposta="",
        )  # fmt: skip
        assert self.scrivi(casa).discussione == "Nuove note."


class TestLettura:
    def test_i_convocati_sono_avvisati_e_hanno_fino_alla_seduta(self, casa):
        verbale = casa.in_lettura()
        assert verbale.stato == StatoVerbale.IN_LETTURA
        assert verbale.rilievi_entro == casa.successiva.seduta.inizio_previsto
        avvisi = Promemoria.objects.filter(tipo="verbali.in_lettura")
        assert set(avvisi.values_list("destinatario_id", flat=True)) == {
            casa.presidente.pk, casa.segretario.pk, casa.consigliere.pk,
        }  # fmt: skip

    def test_un_punto_senza_esito_lo_ferma(self, casa):
        Punto.objects.filter(pk=casa.punto.pk).update(esito="")
        with pytest.raises(AttoRifiutato) as rifiuto:
            casa.in_lettura()
        assert codici(rifiuto) == ["senza_esito"]
        assert attuale(casa).stato == StatoVerbale.BOZZA
        assert not Promemoria.objects.exists()

    def test_di_una_seduta_riservata_l_avviso_non_dice_nulla(self):
        casa = scena(riservata=True)
        with tenancy.istituto_corrente(casa.istituto.pk):
            casa.in_lettura()
            oggetti = set(Promemoria.objects.values_list("oggetto", flat=True))
        assert oggetti == {"Verbale di una seduta riservata"}


class TestRilievi:
    def test_in_bozza_no(self, casa):
        with pytest.raises(AttoRifiutato):
            rilievo(casa)
        assert not Rilievo.objects.exists()

    def test_chi_respinge_dice_perche(self, casa):
        casa.in_lettura()
        presentato = rilievo(casa)
        with pytest.raises(AttoRifiutato) as rifiuto:
            decidi_rilievo(
                autore=casa.come(casa.segretario), adesso=ADESSO, rilievo_id=presentato.pk,
                esito=EsitoRilievo.RESPINTO, risposta=" ",
            )  # fmt: skip
        assert codici(rifiuto) == ["senza_risposta"]
        presentato.refresh_from_db()
        assert presentato.esito == ""


class TestApprova:
    def test_il_voto_lo_approva_e_il_termine_corre(self, casa):
        casa.in_lettura()
        verbale = casa.approva()
        assert (verbale.stato, verbale.approvato_nel) == (StatoVerbale.APPROVATO, casa.successiva)
        assert verbale.pubblicare_entro > ADESSO.date()

    def test_con_un_rilievo_senza_risposta_no(self, casa):
        casa.in_lettura()
        rilievo(casa)
        with pytest.raises(AttoRifiutato) as rifiuto:
            casa.approva()
        assert codici(rifiuto) == ["rilievi_aperti"]
        assert attuale(casa).stato == StatoVerbale.IN_LETTURA

    def test_in_bozza_no(self, casa):
        with pytest.raises(AttoRifiutato):
            casa.approva()
        assert attuale(casa).approvato_il is None

    def test_un_verbale_del_registro_di_carta_non_cambia_nulla(self, casa):
        Punto.objects.filter(pk=casa.successiva.pk).update(verbale_di=None)
        casa.successiva.refresh_from_db()
        assert approva_verbale(
            autore=casa.come(casa.presidente), adesso=ADESSO, punto=casa.successiva
        ) is None  # fmt: skip

    def test_da_allora_le_parole_non_cambiano(self, casa):
        casa.in_lettura()
        casa.approva()
        for cambia in (
            lambda: Verbale.objects.filter(pk=casa.verbale.pk).update(chiusura="altro"),
            lambda: Punto.objects.filter(pk=casa.punto.pk).update(discussione="altro"),
            lambda: Punto.objects.filter(pk=casa.personale.pk).delete(),
        ):
            with pytest.raises(DatabaseError, match="verbale approvato"), transaction.atomic():
                cambia()


class TestFirma:
    def test_due_firme_poi_la_stampa(self, casa):
        verbale = firmato(casa)
        assert verbale.stato == StatoVerbale.FIRMATO
        assert (verbale.firma_presidente, verbale.firma_segretario) == (
            casa.presidente, casa.segretario,
        )  # fmt: skip
        assert Lavoro.objects.get(tipo="organi_collegiali.stampa_verbale").riferimento == verbale.pk

    def test_ad_altri_no(self, casa):
        casa.in_lettura()
        casa.approva()
        with pytest.raises(AttoRifiutato) as rifiuto:
            firma(casa, casa.consigliere)
        assert codici(rifiuto) == ["non_tocca"]

    def test_su_altre_parole_no(self, casa):
        casa.in_lettura()
        casa.approva()
        with pytest.raises(AttoRifiutato) as rifiuto:
            firma(casa, casa.presidente, "0" * 64)
        assert codici(rifiuto) == ["altro_testo"]
        assert attuale(casa).firma_presidente_il is None

    def test_una_volta(self, casa):
        casa.in_lettura()
        casa.approva()
        firma(casa, casa.presidente)
        with pytest.raises(AttoRifiutato) as rifiuto:
            firma(casa, casa.presidente)
        assert codici(rifiuto) == ["gia_firmato"]

    def test_le_parole_firmate_sono_quelle_del_registro(self, casa):
        parole = impronta(casa)
        firmato(casa)
        righe = Operazione.objects.filter(azione="firma il verbale")
        assert {riga.dati["impronta"] for riga in righe} == {parole}


class TestOmissis:
    def test_le_persone_restano_fuori_da_tutto(self, casa):
        pubblico = str(documenti.ometti(documenti.testo_verbale(materia(casa.verbale))).as_dict())
        assert "Zanobini" not in pubblico
        assert "Una richiesta" in pubblico
        assert "Il presidente illustra" in pubblico

    def test_nemmeno_il_motivo_del_rinvio_dice_chi(self, casa):
        casa.personale.esito = EsitoPunto.RINVIATO
        casa.personale.motivo_esito = "manca il parere su Zanobini"
        casa.personale.save(update_fields=["esito", "motivo_esito"])
        pubblico = str(documenti.ometti(documenti.testo_verbale(materia(casa.verbale))).as_dict())
        assert "Zanobini" not in pubblico

    def test_chi_lo_chiede_si_legge(self, casa):
        intero = documenti.testo_verbale(materia(casa.verbale))
        assert "Zanobini" in str(documenti.ometti(intero, per_esteso=[casa.personale.pk]).as_dict())

    def test_di_una_seduta_riservata_resta_il_numero(self):
        casa = scena(riservata=True)
        with tenancy.istituto_corrente(casa.istituto.pk):
            pubblico = documenti.ometti(documenti.testo_verbale(materia(casa.verbale)))
        assert (pubblico.numero, pubblico.punti, pubblico.apertura) == (casa.seduta.numero, (), "")


class TestPubblica:
    def pubblica(self, casa, **altro):
        return pubblica_verbale(
            autore=casa.come(casa.segretaria), adesso=ADESSO, verbale_id=casa.verbale.pk, **altro
        )

    def test_all_albo_va_la_versione_con_omissis(self, casa):
        verbale = firmato(casa)
        stampa_verbale(casa.istituto.pk, verbale.pk)
        pubblicato = self.pubblica(casa)
        assert pubblicato.stato == StatoVerbale.PUBBLICATO
        assert pubblicato.pubblicazione.documento == pubblicato.con_omissis
        carta = pubblicato.con_omissis
        assert "Zanobini" not in f"{carta.contesto} {carta.titolo}"
        assert "Zanobini" in str(pubblicato.integrale.contesto)
        assert "Zanobini" not in pubblicato.pubblicazione.oggetto

    def test_per_esteso_a_richiesta_con_una_carta_nuova(self, casa):
        verbale = firmato(casa)
        stampa_verbale(casa.istituto.pk, verbale.pk)
        prima = attuale(casa).con_omissis
        pubblicato = self.pubblica(casa, per_esteso=[casa.personale.pk])
        prima.refresh_from_db()
        assert prima.sostituito_da == pubblicato.con_omissis
        assert "Zanobini" in str(pubblicato.con_omissis.contesto)

    def test_prima_della_stampa_no(self, casa):
        firmato(casa)
        with pytest.raises(AttoRifiutato) as rifiuto:
            self.pubblica(casa)
        assert codici(rifiuto) == ["in_stampa"]

    def test_di_una_seduta_riservata_no(self):
        casa = scena(riservata=True)
        with tenancy.istituto_corrente(casa.istituto.pk):
            verbale = firmato(casa)
            stampa_verbale(casa.istituto.pk, verbale.pk)
            with pytest.raises(AttoRifiutato) as rifiuto:
                self.pubblica(casa)
            assert codici(rifiuto) == ["riservata"]
            assert attuale(casa).pubblicazione is None


class TestPagine:
    def test_i_metadati_non_hanno_nomi_e_le_pagine_sono_date(self, casa):
        verbale = firmato(casa)
        stampa_verbale(casa.istituto.pk, verbale.pk)
        verbale = attuale(casa)
        assert (verbale.pagina_da, verbale.pagina_a) == (1, verbale.integrale.pagine)
        with verbale.con_omissis.file.open("rb") as file:
            pdf = file.read()
        with pikepdf.open(io.BytesIO(pdf)) as letto:
            metadati = str(letto.docinfo) + letto.Root.Metadata.read_bytes().decode()
        assert "Zanobini" not in metadati
        assert casa.presidente.cognome not in metadati

    def test_stampato_di_nuovo_non_cambia(self, casa):
        verbale = firmato(casa)
        stampa_verbale(casa.istituto.pk, verbale.pk)
        prima = attuale(casa).integrale.impronta
        stampa_verbale(casa.istituto.pk, verbale.pk)
        assert attuale(casa).integrale.impronta == prima
