"""The board of a class: what is counted, how it is laid out, in how many queries."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from competenze.enums import Livello
from competenze.models import ClasseRilevata, Inserimento, Valutazione
from competenze.queries.quadro import leggi_chiave, quadro, situazione, spiegazione
from competenze.queries.quadro.conteggi import _riepilogo
from competenze.queries.quadro.figure import profilo, striscia
from competenze.queries.quadro.tabella import SILLABA
from competenze.rules.media import Riepilogo
from competenze.services.classi import congela_classe, decidi_livello
from cpia.scuola.models import Appartenenza, Cattedra, Classe, Iscrizione
from cpia.scuola.tenancy import istituto_corrente
from tests.competenze.classe_di_prova import (
    ADESSO,
    DISCIPLINE,
    Prova,
    classe_di_prova,
    nuovo_istituto,
)

OGGI = date(2024, 6, 5)


@pytest.fixture
def prova(db: None) -> Iterator[Prova]:
    istituto = nuovo_istituto()
    with istituto_corrente(istituto.pk):
        yield classe_di_prova(istituto)


def ricarica(prova: Prova) -> ClasseRilevata:
    """The class as a request loads it."""
    return ClasseRilevata.objects.select_related(
        "rilevazione__anno_scolastico", "classe__corso", "classe__sede", "congelata_da"
    ).get(pk=prova.rilevata.pk)


def livello(prova: Prova, studente: int, codice: str, lingua: str = "") -> tuple[str, str, int]:
    """Level, mean and count of a cell, as the table writes them."""
    di = "-".join(map(str, prova.chiave(studente, codice, lingua)))
    casella = quadro(ricarica(prova), OGGI).tabella.casella(di)
    return casella.livello, casella.media, casella.numero


class TestConteggi:
    def test_media_e_quanti_hanno_valutato(self, prova: Prova) -> None:
        prova.valuta("Italiano", "personale", "BC")
        prova.valuta("Inglese", "personale", "CC")
        prova.valuta("Matematica", "personale", ["", "NV"])
        assert livello(prova, 0, "personale") == ("B", "2,50", 2)
        assert livello(prova, 1, "personale") == ("C", "2,00", 2)
        assert livello(prova, 2, "personale") == ("da definire", "", 0)

    def test_le_lingue_stanno_ognuna_per_se(self, prova: Prova) -> None:
        prova.valuta("Inglese", "multilinguistica", "ADAD")
        prova.valuta("Francese", "multilinguistica", ["D", "", "C", ""])
        assert livello(prova, 0, "multilinguistica", "inglese") == ("A", "4,00", 1)
        assert livello(prova, 0, "multilinguistica", "francese") == ("D", "1,00", 1)

    def test_due_cattedre_della_stessa_lingua_si_mediano(self, db: None) -> None:
        discipline = DISCIPLINE | {"Conversazione": ("inglese", "", ("multilinguistica",))}
        istituto = nuovo_istituto()
        with istituto_corrente(istituto.pk):
            prova = classe_di_prova(istituto, discipline=discipline)
            prova.valuta("Inglese", "multilinguistica", "A")
            prova.valuta("Conversazione", "multilinguistica", "B")
            assert livello(prova, 0, "multilinguistica", "inglese") == ("A", "3,50", 2)

    def test_chi_e_uscito_dalla_classe_non_conta(self, prova: Prova) -> None:
        prova.valuta("Italiano", "alfabetica", "AAAA")
        Iscrizione.objects.filter(pk=prova.iscrizioni[3].pk).update(al=date(2024, 5, 1))
        letto = quadro(ricarica(prova), OGGI)
        assert len(letto.tabella.righe) == 3
        italiano = next(d for d in letto.discipline if d.nome == "Italiano")
        assert (italiano.fatte, italiano.totale) == (3, 9)

    def test_chi_ha_cambiato_gruppo_non_conta_nel_vecchio(self, prova: Prova) -> None:
        prova.valuta("Francese", "multilinguistica", ["B", "", "B", ""])
        Appartenenza.objects.filter(
            gruppo__nome="francese", iscrizione=prova.iscrizioni[0]
        ).delete()
        francese = next(d for d in quadro(ricarica(prova), OGGI).discipline if d.nome == "Francese")
        assert (francese.fatte, francese.totale) == (1, 1)
        chiave = prova.chiave(0, "multilinguistica", "francese")
        assert chiave not in situazione(ricarica(prova), OGGI).risultati

    def test_una_casella_svuotata_non_conta(self, prova: Prova) -> None:
        prova.valuta("Italiano", "alfabetica", "AB")
        Valutazione.objects.filter(iscrizione=prova.iscrizioni[0]).update(livello="")
        assert livello(prova, 0, "alfabetica") == ("da definire", "", 0)

    @given(st.lists(st.sampled_from(list(Livello)), max_size=63))
    def test_il_numero_impaccato_dice_tutto(self, livelli: list[Livello]) -> None:
        bit = {Livello.A: 0, Livello.B: 6, Livello.C: 12, Livello.D: 18, Livello.NV: 24}
        assert _riepilogo(sum(1 << bit[uno] for uno in livelli)) == Riepilogo.di(livelli)


def altre_classi(prova: Prova, quante: int) -> None:
    """As many classes of the same campaign, each with a student and a level of Italian."""
    istituto, modello, uguale = prova.istituto, prova.rilevata.classe, prova.inserimenti["Italiano"]
    classi = Classe.objects.bulk_create(
        Classe(
            istituto=istituto,
            anno_scolastico=modello.anno_scolastico,
            sede=modello.sede,
            corso=modello.corso,
            anno_di_corso=2,
            sezione=f"{numero:03d}",
        )
        for numero in range(quante)
    )
    rilevate = ClasseRilevata.objects.bulk_create(
        ClasseRilevata(istituto=istituto, rilevazione=prova.rilevata.rilevazione, classe=classe)
        for classe in classi
    )
    cattedre = Cattedra.objects.bulk_create(
        Cattedra(istituto=istituto, classe=classe, disciplina=uguale.cattedra.disciplina)
        for classe in classi
    )
    inserimenti = Inserimento.objects.bulk_create(
        Inserimento(istituto=istituto, classe_rilevata=rilevata, cattedra=cattedra)
        for rilevata, cattedra in zip(rilevate, cattedre, strict=True)
    )
    studente = prova.iscrizioni[0]
    iscrizioni = Iscrizione.objects.bulk_create(
        Iscrizione(istituto=istituto, persona=studente.persona, classe=classe, dal=studente.dal)
        for classe in classi
    )
    Valutazione.objects.bulk_create(
        Valutazione(
            istituto=istituto,
            inserimento=inserimento,
            iscrizione=iscrizione,
            competenza=prova.competenze["alfabetica"],
            livello=Livello.D,
            autore=prova.coordinatrice,
            modificata_il=ADESSO,
        )
        for inserimento, iscrizione in zip(inserimenti, iscrizioni, strict=True)
    )


class TestQuery:
    @pytest.mark.parametrize("studenti", [5, 30])
    def test_non_dipendono_dagli_studenti(self, db: None, studenti: int) -> None:
        istituto = nuovo_istituto()
        with istituto_corrente(istituto.pk):
            prova = classe_di_prova(istituto, studenti=studenti)
            prova.valuta("Italiano", "alfabetica", "A" * studenti)
            rilevata = ricarica(prova)
            with CaptureQueriesContext(connection) as query:
                letto = quadro(rilevata, OGGI)
        assert len(letto.tabella.righe) == studenti
        assert len(query) == 7

    def test_non_dipendono_dalle_altre_classi(self, prova: Prova) -> None:
        altra = classe_di_prova(prova.istituto, sezione="C")
        altra.valuta("Italiano", "alfabetica", "DDDD")
        prova.valuta("Italiano", "alfabetica", "AAAA")
        rilevata = ricarica(prova)
        with CaptureQueriesContext(connection) as query:
            letto = quadro(rilevata, OGGI)
        assert len(query) == 7
        assert {riga.caselle[0].livello for riga in letto.tabella.righe} == {"A"}

    def test_sono_altrettante_con_seicento_classi(self, prova: Prova) -> None:
        prova.valuta("Italiano", "alfabetica", "AAAA")
        altre_classi(prova, 599)
        rilevata = ricarica(prova)
        with CaptureQueriesContext(connection) as query:
            letto = quadro(rilevata, OGGI)
        assert ClasseRilevata.objects.count() == 600
        assert len(query) == 7
        assert {riga.caselle[0].livello for riga in letto.tabella.righe} == {"A"}

    def test_congelata_sono_altrettante(self, prova: Prova) -> None:
        prova.registra()
        autore = prova.come(prova.coordinatrice)
        congela_classe(autore=autore, adesso=ADESSO, rilevata_id=prova.rilevata.pk)
        rilevata = ricarica(prova)
        with CaptureQueriesContext(connection) as query:
            quadro(rilevata, OGGI)
        assert len(query) == 7


class TestTabella:
    def test_le_lingue_di_gruppi_disgiunti_stanno_in_una_colonna(self, prova: Prova) -> None:
        colonne = quadro(ricarica(prova), OGGI).tabella.colonne
        nomi = [colonna.breve.replace("\u00ad", "") for colonna in colonne]
        assert nomi[1:3] == ["Inglese", "Francese / Tedesco"]
        assert len(colonne) == 9

    def test_chi_non_studia_la_lingua_ha_il_posto_vuoto(self, prova: Prova) -> None:
        Appartenenza.objects.filter(iscrizione=prova.iscrizioni[0]).delete()
        righe = quadro(ricarica(prova), OGGI).tabella.righe
        assert righe[0].caselle[2] is None
        assert righe[1].caselle[2].colonna == "Tedesco"

    def test_decisione_con_segno_e_livello_suo(self, prova: Prova) -> None:
        prova.valuta("Italiano", "alfabetica", "CCCC")
        chiave = prova.chiave(0, "alfabetica")
        decidi_livello(
            autore=prova.come(prova.coordinatrice), adesso=ADESSO, rilevata_id=prova.rilevata.pk,
            chiave=chiave, livello=Livello.B, motivo="prova autentica",
        )  # fmt: skip
        letto = quadro(ricarica(prova), OGGI)
        casella = letto.tabella.righe[0].caselle[0]
        assert (casella.livello, casella.media, casella.segno) == ("B", "2,00", "deciso")
        [deciso] = letto.decisi
        assert (deciso.proposto, deciso.deciso) == ("C Base", "B Intermedio")
        assert deciso.motivo == "prova autentica"

    def test_distribuzione(self, prova: Prova) -> None:
        prova.valuta("Italiano", "alfabetica", "AAC")
        colonna = quadro(ricarica(prova), OGGI).tabella.colonne[0]
        assert colonna.distribuzione == ("A 2", "B 0", "C 1", "D 0", "da def. 1")

    @pytest.mark.parametrize(
        ("nome", "atteso"),
        [("Cittadinanza", "Citta-di-nanza"), ("Imprenditoriale", "Imprendi-to-riale")],
    )
    def test_a_capo_solo_fra_vocale_e_consonante_semplice(self, nome: str, atteso: str) -> None:
        assert SILLABA.sub("-", nome) == atteso


class TestDiscipline:
    def test_prima_chi_manca_poi_chi_e_in_corso(self, prova: Prova) -> None:
        prova.valuta("Tedesco", "multilinguistica", ["", "B"])
        prova.registra("Italiano")
        letto = quadro(ricarica(prova), OGGI)
        stati = [(d.nome, d.stato) for d in letto.discipline]
        assert stati == [
            ("Francese", "manca"),
            ("Inglese", "manca"),
            ("Matematica", "manca"),
            ("Tedesco", "in-corso"),
            ("Italiano", "fatto"),
        ]
        assert (letto.registrate, letto.in_corso, letto.mancanti) == (1, 1, 3)
        tedesco = letto.discipline[3]
        assert tedesco.testo == "in corso: 1 su 2 caselle"
        assert tedesco.docenti == "A. Docente Tedesco"
        assert len(letto.impedimenti) == 4

    def test_registrata_con_caselle_vuote_non_e_fatta(self, prova: Prova) -> None:
        prova.registra()
        Valutazione.objects.filter(inserimento=prova.inserimenti["Inglese"]).first().delete()
        letto = quadro(ricarica(prova), OGGI)
        prima = letto.discipline[0]
        assert (prima.nome, prima.stato, prima.completa) == ("Inglese", "in-corso", False)
        assert prima.testo.startswith("registrata il ")
        assert prima.testo.endswith(", ma manca 1 casella")
        assert [v.codice for v in letto.impedimenti] == ["disciplina_incompleta"]

    def test_con_un_motivo_non_impedisce_piu(self, prova: Prova) -> None:
        prova.registra("Italiano", "Inglese", "Francese", "Tedesco")
        matematica = prova.inserimenti["Matematica"]
        matematica.motivo_mancanza = "docente assente"
        matematica.save()
        assert quadro(ricarica(prova), OGGI).impedimenti == ()


class TestFigure:
    def test_la_striscia_va_da_d_ad_a(self) -> None:
        segno = striscia(Riepilogo.di([Livello.D, Livello.A]))
        assert (segno.simbolo, segno.x) == ("14", "24.0")
        assert striscia(Riepilogo.di([Livello.B] * 3)).simbolo == "33"
        assert striscia(Riepilogo.di([Livello.NV])) is None

    @given(st.lists(st.sampled_from([*Livello, None]), min_size=1, max_size=11))
    def test_il_profilo_ha_un_punto_per_ogni_livello(self, livelli: list[Livello | None]) -> None:
        disegnato = profilo(livelli)
        attesi = [uno.value for uno in livelli if uno is not None and uno is not Livello.NV]
        assert [punto.lettera for punto in disegnato.punti] == attesi
        punti_in_linea = sum(len(linea.split()) for linea in disegnato.linee)
        assert punti_in_linea <= len(attesi)


class TestPerche:
    def spiega(self, prova: Prova, *casella):
        return spiegazione(ricarica(prova), OGGI, prova.chiave(*casella))

    def test_risposta_conto_e_chi_manca(self, prova: Prova) -> None:
        prova.valuta("Italiano", "personale", "B")
        prova.valuta("Inglese", "personale", "C")
        spiegata = self.spiega(prova, 0, "personale")
        assert spiegata.livello is Livello.B
        assert "la media di 2 valutazioni è 2,50, e il mezzo sale" in spiegata.risposta
        assert spiegata.conto[:2] == ("2+3 = 5", "5 : 2 = 5/2 = 2,50")
        assert [(v.disciplina, v.manca) for v in spiegata.voci] == [
            ("Inglese", False),
            ("Italiano", False),
            ("Matematica", True),
        ]
        assert any("Matematica desse C" in prova for prova in spiegata.prove)
        assert spiegata.risultato.riepilogo.media == Fraction(5, 2)
        assert all(motivo.fonte for motivo in spiegata.regole)

    def test_non_valutato_con_il_suo_motivo(self, prova: Prova) -> None:
        prova.valuta("Italiano", "alfabetica", ["NV"])
        spiegata = self.spiega(prova, 0, "alfabetica")
        assert spiegata.livello is None
        assert spiegata.voci[0].motivo == "assente a lungo"
        assert "nessun docente ha potuto valutare" in spiegata.risposta

    def test_indirizzi_di_casella(self, prova: Prova) -> None:
        iscrizione, competenza, _ = prova.chiave(0, "multilinguistica")
        rilevata = ricarica(prova)
        assert leggi_chiave(rilevata, f"{iscrizione}-{competenza}-inglese") == (
            iscrizione, competenza, "inglese",
        )  # fmt: skip
        assert leggi_chiave(rilevata, f"{iscrizione}-{competenza}-") == (iscrizione, competenza, "")
        for storto in ("", "1", "1-2", "a-b-", "1-2-russo", "1-2-'; DROP", "٣-٤-", "-1-2-"):
            assert leggi_chiave(rilevata, storto) is None
