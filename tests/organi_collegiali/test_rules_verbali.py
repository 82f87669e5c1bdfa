"""Minutes: what each state allows, the pages of the register, the tables of a text."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import AggiuntaOdg, RegolaQuorum
from cpia.norme.rules.motivi import Valore
from organi_collegiali.documents.parole_verbale import voto
from organi_collegiali.enums import EsitoPunto, NaturaPunto, OriginePunto, StatoVerbale
from organi_collegiali.models import Votazione
from organi_collegiali.rules.anomalie import (
    AllegatoLetto,
    DeliberaLetta,
    Fonti,
    PuntoLetto,
    SedutaLetta,
    trova,
)
from organi_collegiali.rules.verbali import stati_verbale as stati
from organi_collegiali.rules.verbali.registro_verbali import DaImpaginare, impagina
from organi_collegiali.rules.verbali.tabelle import importi, in_euro, tabelle

ADESSO = datetime(2024, 6, 5, 8, tzinfo=UTC)


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]


class TestScrittura:
    @pytest.mark.parametrize(
        ("stato", "rilievi", "si_scrive"),
        [
            (StatoVerbale.BOZZA, (), True),
            (StatoVerbale.IN_LETTURA, (), False),
            (StatoVerbale.IN_LETTURA, ("respinto", ""), False),
            (StatoVerbale.IN_LETTURA, ("respinto", "accolto"), True),
            (StatoVerbale.APPROVATO, ("accolto",), False),
            (StatoVerbale.FIRMATO, (), False),
            (StatoVerbale.PUBBLICATO, (), False),
        ],
    )
    def test_solo_in_bozza_o_dopo_un_rilievo_accolto(self, stato, rilievi, si_scrive):
        verbale = stati.Verbale(stato, rilievi=rilievi)
        assert verbale.si_scrive is si_scrive
        assert bool(stati.verifica_scrittura(verbale)) is not si_scrive


class TestLettura:
    def test_ci_va_completo(self):
        bozza = stati.Verbale(StatoVerbale.BOZZA)
        assert stati.verifica_lettura(bozza, senza_esito=[], vuoti=[]) == []
        trovate = stati.verifica_lettura(bozza, senza_esito=[2, 5], vuoti=["come finisce"])
        assert codici(trovate) == ["parte_vuota", "senza_esito"]
        assert "2, 5" in trovate[1].testo

    def test_una_volta_sola(self):
        in_lettura = stati.Verbale(StatoVerbale.IN_LETTURA)
        assert codici(stati.verifica_lettura(in_lettura, senza_esito=[], vuoti=[])) == [
            "non_in_bozza"
        ]


class TestRilievi:
    @pytest.mark.parametrize(
        ("stato", "entro", "testo", "atteso"),
        [
            (StatoVerbale.IN_LETTURA, None, "manca una parola", []),
            (StatoVerbale.IN_LETTURA, ADESSO, "manca una parola", []),
            (StatoVerbale.IN_LETTURA, ADESSO - timedelta(seconds=1), "x", ["fuori_termine"]),
            (StatoVerbale.IN_LETTURA, None, "  ", ["senza_testo"]),
            (StatoVerbale.BOZZA, None, "x", ["non_in_lettura"]),
            (StatoVerbale.APPROVATO, None, "x", ["non_in_lettura"]),
        ],
    )
    def test_mentre_e_in_lettura_e_nel_termine(self, stato, entro, testo, atteso):
        verbale = stati.Verbale(stato, rilievi_entro=entro)
        assert codici(stati.verifica_rilievo(verbale, ADESSO, testo)) == atteso

    @pytest.mark.parametrize(
        ("esito", "risposta", "decisa", "atteso"),
        [
            ("accolto", "", False, []),
            ("respinto", "La frase è quella dettata.", False, []),
            ("respinto", " ", False, ["senza_risposta"]),
            ("accolto", "", True, ["gia_deciso"]),
        ],
    )
    def test_chi_respinge_dice_perche(self, esito, risposta, decisa, atteso):
        verbale = stati.Verbale(StatoVerbale.IN_LETTURA, rilievi=("",))
        trovate = stati.verifica_decisione(verbale, decisa=decisa, esito=esito, risposta=risposta)
        assert codici(trovate) == atteso


class TestApprovazione:
    def test_si_approva_quello_che_e_stato_letto(self):
        assert stati.verifica_approvazione(stati.Verbale(StatoVerbale.IN_LETTURA)) == []
        assert codici(stati.verifica_approvazione(stati.Verbale(StatoVerbale.BOZZA))) == [
            "non_in_lettura"
        ]

    def test_con_rilievi_si_rilegge_e_prima_si_risponde(self):
        letto = stati.Verbale(StatoVerbale.IN_LETTURA, rilievi=("accolto",))
        assert letto.da_leggere
        assert stati.verifica_approvazione(letto) == []
        aperto = stati.Verbale(StatoVerbale.IN_LETTURA, rilievi=("accolto", ""))
        assert codici(stati.verifica_approvazione(aperto)) == ["rilievi_aperti"]


class TestFirma:
    @pytest.mark.parametrize(
        ("stato", "tocca", "gia", "stesso", "atteso"),
        [
            (StatoVerbale.APPROVATO, True, False, True, []),
            (StatoVerbale.IN_LETTURA, True, False, True, ["non_approvato"]),
            (StatoVerbale.FIRMATO, True, False, True, ["non_approvato"]),
            (StatoVerbale.APPROVATO, False, False, True, ["non_tocca"]),
            (StatoVerbale.APPROVATO, True, True, True, ["gia_firmato"]),
            (StatoVerbale.APPROVATO, True, False, False, ["altro_testo"]),
        ],
    )
    def test_solo_loro_due_e_solo_quelle_parole(self, stato, tocca, gia, stesso, atteso):
        trovate = stati.verifica_firma(
            stati.Verbale(stato), tocca_a_lui=tocca, gia_firmato=gia, stesso_testo=stesso
        )
        assert codici(trovate) == atteso


class TestPubblicazione:
    @pytest.mark.parametrize(
        ("stato", "riservato", "stampato", "atteso"),
        [
            (StatoVerbale.FIRMATO, False, True, []),
            (StatoVerbale.FIRMATO, True, True, ["riservata"]),
            (StatoVerbale.FIRMATO, False, False, ["in_stampa"]),
            (StatoVerbale.APPROVATO, False, True, ["non_firmato"]),
            (StatoVerbale.PUBBLICATO, False, True, ["non_firmato"]),
        ],
    )
    def test_firmato_stampato_e_non_riservato(self, stato, riservato, stampato, atteso):
        verbale = stati.Verbale(stato, riservato=riservato)
        assert codici(stati.verifica_pubblicazione(verbale, stampato=stampato)) == atteso

    @pytest.mark.parametrize(("messo", "in_tempo"), [(31, True), (30, True)])
    def test_deposito_in_tempo(self, messo, in_tempo):
        anticipo = Valore("5 giorni", "art. 12")
        giorno = date(2024, 5, messo)
        detto = stati.giudica_deposito(giorno, date(2024, 5, 31), anticipo=anticipo)
        assert detto[0] is in_tempo

    def test_deposito_in_ritardo(self):
        in_tempo, motivo = stati.giudica_deposito(
            date(2024, 6, 1), date(2024, 5, 31), anticipo=Valore("5 giorni", "art. 12")
        )
        assert not in_tempo
        assert (motivo.fonte, "in ritardo" in motivo.testo) == ("art. 12", True)


def riga(pk, *, pagine=None, da=None):
    quando = ADESSO + timedelta(days=pk)
    return DaImpaginare(pk, quando, pagine, da, da + pagine - 1 if da and pagine else None)


class TestRegistro:
    def test_in_ordine_di_approvazione(self):
        trovate = impagina([riga(2, pagine=4), riga(1, pagine=3)])
        assert [(p.verbale, p.da, p.a) for p in trovate] == [(1, 1, 3), (2, 4, 7)]

    def test_chi_non_e_stampato_fa_aspettare_i_successivi(self):
        assert impagina([riga(1), riga(2, pagine=4)]) == ()
        dopo = impagina([riga(1, pagine=5, da=1), riga(2), riga(3, pagine=1)])
        assert dopo == ()

    def test_seguono_l_ultima_pagina_data(self):
        dopo = impagina([riga(1, pagine=5, da=1), riga(2, pagine=2)])
        assert [(p.da, p.a) for p in dopo] == [(6, 7)]

    @given(st.lists(st.integers(1, 60), min_size=1, max_size=12), st.integers(0, 12))
    def test_senza_vuoti_e_senza_doppi(self, pagine, quanti_prima):
        verbali, ultima = [], 0
        for pk, quante in enumerate(pagine, 1):
            prima = pk <= quanti_prima
            verbali.append(riga(pk, pagine=quante, da=ultima + 1 if prima else None))
            ultima += quante if prima else 0
        dopo = [n for p in impagina(verbali) for n in range(p.da, p.a + 1)]
        assert dopo == list(range(ultima + 1, sum(pagine) + 1))


class TestTabelle:
    def test_colonne_e_titolo(self):
        testo = "## ENTRATE\n\n| Aggr. | Variazione |\n| --- | --- |\n| **A** | 1.074,70 |\n\nfine"
        (tabella,) = tabelle(testo)
        assert tabella.titolo == "ENTRATE"
        assert tabella.colonna("variazione") == ("1.074,70",)
        assert tabella.righe[0][0] == "A"
        assert tabella.colonna("importo") == ()

    @pytest.mark.parametrize(
        ("testo", "atteso"),
        [
            ("€ € 1074,00", [Decimal("1074.00")]),
            ("P36 € 1.202,00 (3/2/7) P37 € 1.687,02", [Decimal("1202.00"), Decimal("1687.02")]),
            ("0,86", [Decimal("0.86")]),
            ("il 26/04/2018, n. 5556/C27, 36-47/60", []),
        ],
    )
    def test_importi(self, testo, atteso):
        assert list(importi(testo)) == atteso

    @given(st.decimals(0, 10**8, places=2))
    def test_un_importo_scritto_si_rilegge(self, importo):
        assert importi(in_euro(importo)) == (importo,)


FONTI = Fonti(
    Valore(RegolaQuorum.META_PIU_UNO, "art. 1"),
    Valore(0, ""),
    Valore(AggiuntaOdg.MAGGIORANZA_COMPONENTI, "art. 6"),
    Valore(Fraction(2, 3), ""),
    Valore("5 giorni", "art. 2"),
    lambda giorno: "domenica" if giorno.weekday() == 6 else "",
)


def punto(ordine, **altro):
    dati = {
        "titolo": f"Punto {ordine}",
        "natura": NaturaPunto.DELIBERA,
        "origine": OriginePunto.CONVOCAZIONE,
        "esito": EsitoPunto.DELIBERATO,
    }
    return PuntoLetto(ordine, **(dati | altro))


def seduta(**altro):
    dati = {
        "numero": 22, "giorno": date(2024, 5, 22), "in_carica": 19, "assenti": 5, "appello": True,
        "convocazione": True, "punti": (punto(1),),
        "delibere": (DeliberaLetta(1, 90, "all’unanimità dei 14 presenti", True, (), "di sì"),),
        "allegati": (),
    }  # fmt: skip
    return SedutaLetta(**(dati | altro))


class TestAnomalie:
    def test_una_seduta_in_regola_non_ne_ha(self):
        assert trova(seduta(), FONTI) == ()

    def test_il_punto_aggiunto_con_il_suo_voto_va_bene(self):
        aggiunto = punto(2, origine=OriginePunto.IN_SEDUTA, ammesso=True)
        trovate = trova(seduta(punti=(punto(1), aggiunto)), FONTI)
        assert codici(trovate) == ["punti_in_piu"]

    @pytest.mark.parametrize(
        ("altro", "codice"),
        [
            ({"convocazione": False}, "convocazione_non_agli_atti"),
            ({"appello": False}, "appello_non_riportato"),
            ({"punti": (punto(1, esito=EsitoPunto.TRATTATO),), "delibere": ()},
             "deciso_senza_delibera"),
            ({"delibere": (DeliberaLetta(1, 90, "all’unanimità", False, (), ""),)},
             "voti_senza_cifre"),
            ({"delibere": (DeliberaLetta(1, 90, "", True, ("la nota prot. n., del",), ""),)},
             "protocollo_mancante"),
            ({"delibere": (DeliberaLetta(1, 90, "", True, ("delibera n. 3 del 19/5/2024",), ""),)},
             "giorno_festivo_20240519"),
            ({"allegati": (AllegatoLetto(1, 1, "seduta n° 21 del 22 maggio 2024"),)},
             "seduta_citata_diversa"),
            ({"allegati": (AllegatoLetto(1, 1, "| N. |\n| --- |\n| 1 |\n| 3 |"),)},
             "righe_numerate_1_1"),
        ],
    )  # fmt: skip
    def test_ognuna_da_sola(self, altro, codice):
        assert codici(trova(seduta(**altro), FONTI)) == [codice]

    def test_senza_numero_legale_lo_dice(self):
        (trovata,) = trova(seduta(appello=False, assenti=10), FONTI)
        assert "9, su 10" in trovata.testo
        assert "mancava" in trovata.testo


def test_the_minutes_say_that_the_president_broke_the_tie():
    votazione = Votazione(
        genere="proposta", forma="palese", modo="alzata", stato="proclamata", presenti=14,
        favorevoli=6, contrari=6, astenuti=2, approvata=True,
    )  # fmt: skip
    assert voto(votazione).endswith("A parità di voti prevale quello di chi presiede: è approvata.")
    votazione.approvata = False
    assert voto(votazione).endswith("Non è approvata.")
