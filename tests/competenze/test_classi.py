"""The acts on a class: state, register, outbox, and the refusal that changes nothing."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

import pytest

from competenze.enums import Livello, OrigineLivello, StatoClasse, StatoRilevazione
from competenze.models import Decisione, LivelloCertificato, Rilevazione, Valutazione
from competenze.rules.celle import Contenuto
from competenze.services.celle import CellaVoluta, salva_celle
from competenze.services.classi import (
    congela_classe,
    decidi_livello,
    delibera_livello,
    motiva_mancanza,
    riapri_classe,
    ritira_decisione,
    sollecita,
    togli_motivo_mancanza,
)
from competenze.services.inserimenti import riapri_inserimento
from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.models import Incarico
from cpia.scuola.tenancy import istituto_corrente
from tests.competenze.classe_di_prova import ADESSO, Prova, classe_di_prova, nuovo_istituto

SCRUTINIO = ADESSO + timedelta(days=5)


@pytest.fixture
def prova(db: None) -> Iterator[Prova]:
    istituto = nuovo_istituto()
    with istituto_corrente(istituto.pk):
        yield classe_di_prova(istituto)


def piena(prova: Prova) -> Prova:
    """Every subject has entered and registered; alfabetica 1 has no level at all from anybody."""
    prova.valuta("Italiano", "alfabetica", "ABC")
    prova.valuta("Italiano", "personale", "BCDA")
    prova.valuta("Italiano", "cittadinanza", "BBBB")
    prova.valuta("Inglese", "multilinguistica", "ABCD")
    prova.valuta("Inglese", "personale", "CDDA")
    prova.valuta("Francese", "multilinguistica", ["B", "", "B", ""])
    prova.valuta("Tedesco", "multilinguistica", ["", "C", "", "D"])
    prova.valuta("Matematica", "matematica", "ABCD")
    prova.valuta("Matematica", "digitale", ["A", "NV", "B", "C"])
    prova.valuta("Matematica", "personale", "BBBB")
    prova.registra()
    return prova


def chi(prova: Prova, **dati):
    return {"autore": prova.come(prova.coordinatrice), "adesso": ADESSO} | dati


def congela(prova: Prova):
    return congela_classe(**chi(prova, rilevata_id=prova.rilevata.pk))


def decidi(prova: Prova, chiave, livello=Livello.A, motivo="prova autentica del 25 maggio"):
    dati = {"rilevata_id": prova.rilevata.pk, "chiave": chiave, "livello": livello}
    return decidi_livello(**chi(prova, **dati, motivo=motivo))


def delibera(prova: Prova, chiave, livello, motivo="", adesso=SCRUTINIO):
    dati = {"rilevata_id": prova.rilevata.pk, "chiave": chiave, "livello": livello}
    autore = prova.come(prova.coordinatrice, adesso)
    return delibera_livello(autore=autore, adesso=adesso, **dati, motivo=motivo)


def certificato(chiave) -> LivelloCertificato:
    iscrizione, competenza, lingua = chiave
    return LivelloCertificato.objects.get(
        iscrizione_id=iscrizione, competenza_id=competenza, lingua=lingua
    )


def codici(rifiuto: pytest.ExceptionInfo[AttoRifiutato]) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def azioni() -> list[str]:
    return list(Operazione.objects.order_by("id").values_list("azione", flat=True))


class TestDecisione:
    def test_resta_con_il_motivo_e_nel_registro(self, prova: Prova) -> None:
        piena(prova)
        chiave = prova.chiave(2, "alfabetica")
        decisione = decidi(prova, chiave, Livello.B, "  la prova di maggio  ")
        assert (decisione.livello, decisione.motivo) == ("B", "la prova di maggio")
        riga = Operazione.objects.get(azione="decide livello")
        assert riga.oggetto_id == prova.rilevata.pk
        assert (riga.dati["iscrizione"], riga.dati["dalla_media"]) == (chiave[0], "C")

    def test_una_nuova_ritira_la_vecchia_e_la_tiene(self, prova: Prova) -> None:
        piena(prova)
        chiave = prova.chiave(2, "alfabetica")
        prima = decidi(prova, chiave, Livello.B)
        dopo = decidi(prova, chiave, Livello.A)
        prima.refresh_from_db()
        assert prima.ritirata_il == ADESSO
        assert list(Decisione.objects.filter(ritirata_il__isnull=True)) == [dopo]

    @pytest.mark.parametrize(
        ("livello", "motivo", "codice"),
        [
            (Livello.A, " ", "motivo_mancante"),
            (Livello.C, "motivo", "livello_uguale"),
            (Livello.NV, "motivo", "livello_non_certificabile"),
        ],
    )
    def test_rifiutata_non_cambia_nulla(
        self, prova: Prova, livello: Livello, motivo: str, codice: str
    ) -> None:
        piena(prova)
        with pytest.raises(AttoRifiutato) as rifiuto:
            decidi(prova, prova.chiave(2, "alfabetica"), livello, motivo)
        assert codici(rifiuto) == [codice]
        assert not Decisione.objects.exists()
        assert azioni() == []

    def test_di_una_lingua_non_studiata(self, prova: Prova) -> None:
        piena(prova)
        with pytest.raises(AttoRifiutato) as rifiuto:
            decidi(prova, prova.chiave(0, "multilinguistica", "tedesco"))
        assert codici(rifiuto) == ["casella_estranea"]

    def test_prima_della_consultazione(self, prova: Prova) -> None:
        piena(prova)
        Rilevazione.objects.update(consultazione_dal="2024-06-06")
        with pytest.raises(AttoRifiutato) as rifiuto:
            decidi(prova, prova.chiave(2, "alfabetica"))
        assert codici(rifiuto) == ["consultazione_non_aperta"]
        assert "lettera B" in rifiuto.value.violazioni[0].fonte

    def test_ritirata_torna_la_media_e_la_storia_resta(self, prova: Prova) -> None:
        piena(prova)
        chiave = prova.chiave(2, "alfabetica")
        decidi(prova, chiave)
        ritira_decisione(**chi(prova, rilevata_id=prova.rilevata.pk, chiave=chiave))
        assert Decisione.objects.get().ritirata_il == ADESSO
        assert azioni() == ["decide livello", "ritira decisione"]
        with pytest.raises(AttoRifiutato) as rifiuto:
            ritira_decisione(**chi(prova, rilevata_id=prova.rilevata.pk, chiave=chiave))
        assert codici(rifiuto) == ["nessuna_decisione"]


class TestCongelamento:
    def test_medie_esatte_e_una_riga_per_casella(self, prova: Prova) -> None:
        piena(prova)
        congela(prova)
        righe = LivelloCertificato.objects.filter(classe_rilevata=prova.rilevata)
        # 7 competences and two languages each, for 4 students.
        assert righe.count() == 4 * 9
        riga = certificato(prova.chiave(0, "personale"))
        assert Fraction(riga.media_numeratore, riga.media_denominatore) == Fraction(8, 3)
        assert (riga.numero, riga.proposto, riga.livello, riga.origine) == (3, "B", "B", "media")
        mezzo = certificato(prova.chiave(1, "personale"))
        assert (mezzo.media_numeratore, mezzo.media_denominatore) == (2, 1)

    def test_chi_non_ha_valutazioni_e_da_definire(self, prova: Prova) -> None:
        piena(prova)
        congela(prova)
        for chiave in (prova.chiave(3, "alfabetica"), prova.chiave(1, "digitale")):
            riga = certificato(chiave)
            assert (riga.livello, riga.proposto, riga.numero) == ("", "", 0)
            assert riga.media_numeratore is None

    def test_le_lingue_sono_quelle_studiate(self, prova: Prova) -> None:
        piena(prova)
        congela(prova)
        studiate = LivelloCertificato.objects.filter(iscrizione=prova.iscrizioni[1]).exclude(
            lingua=""
        )
        assert dict(studiate.values_list("lingua", "livello")) == {"inglese": "B", "tedesco": "C"}

    def test_la_decisione_va_nella_proposta(self, prova: Prova) -> None:
        piena(prova)
        chiave = prova.chiave(2, "alfabetica")
        decidi(prova, chiave, Livello.A, "perché sì")
        congela(prova)
        riga = certificato(chiave)
        assert (riga.proposto, riga.livello, riga.origine) == ("A", "A", OrigineLivello.DECISIONE)
        assert (riga.motivo, riga.media_numeratore) == ("perché sì", 2)

    def test_stato_registro_e_scadenze(self, prova: Prova) -> None:
        piena(prova)
        chiavi = [
            f"competenze.classe.{prova.rilevata.pk}",
            f"competenze.inserimento.{prova.inserimenti['Tedesco'].pk}",
        ]
        for chiave in chiavi:
            Scadenza.objects.create(
                istituto=prova.istituto, chiave=chiave, app="competenze", titolo="t",
                indirizzo="/", visibile_dal=ADESSO.date(), entro_il=ADESSO.date(),
                persona=prova.coordinatrice,
            )  # fmt: skip
        rilevata = congela(prova)
        assert rilevata.stato == StatoClasse.CONGELATA
        assert (rilevata.congelata_il, rilevata.congelata_da) == (ADESSO, prova.coordinatrice)
        assert not Scadenza.objects.filter(chiusa_il__isnull=True).exists()
        riga = Operazione.objects.get(azione="congela classe")
        assert len(riga.dati["livelli"]) == 36

    def test_manca_una_disciplina_senza_motivo(self, prova: Prova) -> None:
        prova.valuta("Italiano", "alfabetica", "ABCD")
        prova.registra("Italiano", "Inglese", "Francese", "Tedesco")
        with pytest.raises(AttoRifiutato) as rifiuto:
            congela(prova)
        assert codici(rifiuto) == ["disciplina_mancante"]
        assert "Matematica" in rifiuto.value.violazioni[0].testo
        assert not LivelloCertificato.objects.exists()
        prova.rilevata.refresh_from_db()
        assert prova.rilevata.stato == StatoClasse.APERTA
        assert azioni() == []

    def test_con_il_motivo_si_congela(self, prova: Prova) -> None:
        piena(prova)
        inserimento = prova.inserimenti["Matematica"]
        inserimento.stato, inserimento.registrato_il = "aperto", None
        inserimento.save()
        motiva_mancanza(**chi(prova, inserimento=inserimento, motivo="docente in maternità"))
        congela(prova)
        registro = Operazione.objects.get(azione="congela classe")
        assert registro.dati["senza"] == {str(inserimento.pk): "docente in maternità"}

    def test_dopo_tutto_e_rifiutato(self, prova: Prova) -> None:
        piena(prova)
        congela(prova)
        atti = [
            lambda: congela(prova),
            lambda: decidi(prova, prova.chiave(0, "alfabetica"), Livello.B),
            lambda: sollecita(
                **chi(
                    prova,
                    rilevata_id=prova.rilevata.pk,
                    inserimenti_id=[prova.inserimenti["Tedesco"].pk],
                )
            ),
            lambda: riapri_inserimento(
                **chi(prova, inserimento=_con_classe(prova, "Tedesco"), motivo="errore")
            ),
            lambda: motiva_mancanza(
                **chi(prova, inserimento=_con_classe(prova, "Tedesco"), motivo="assente")
            ),
            lambda: _salva(prova, "Tedesco"),
        ]
        quante = Operazione.objects.count()
        for atto in atti:
            with pytest.raises(AttoRifiutato) as rifiuto:
                atto()
            assert any(codice.startswith("classe_") for codice in codici(rifiuto))
            assert all(violazione.fonte for violazione in rifiuto.value.violazioni)
        assert Operazione.objects.count() == quante
        assert not Decisione.objects.exists()
        assert not Promemoria.objects.exists()

    def test_chi_ha_registrato_prima_di_un_nuovo_studente(self, prova: Prova) -> None:
        piena(prova)
        Valutazione.objects.filter(inserimento=prova.inserimenti["Inglese"]).first().delete()
        with pytest.raises(AttoRifiutato) as rifiuto:
            congela(prova)
        assert codici(rifiuto) == ["disciplina_incompleta"]
        inserimento = _con_classe(prova, "Inglese")
        motiva_mancanza(**chi(prova, inserimento=inserimento, motivo="arrivata a giugno"))
        congela(prova)
        registro = Operazione.objects.get(azione="congela classe")
        assert registro.dati["senza"] == {str(inserimento.pk): "arrivata a giugno"}

    def test_una_rilevazione_chiusa_non_si_congela(self, prova: Prova) -> None:
        piena(prova)
        Rilevazione.objects.update(stato=StatoRilevazione.CHIUSA)
        with pytest.raises(AttoRifiutato) as rifiuto:
            congela(prova)
        assert codici(rifiuto) == ["rilevazione_chiusa"]


def _con_classe(prova: Prova, nome: str):
    return (
        type(prova.inserimenti[nome])
        .objects.select_related(
            "classe_rilevata__rilevazione", "classe_rilevata__classe__corso", "cattedra__disciplina"
        )
        .get(pk=prova.inserimenti[nome].pk)
    )


def _salva(prova: Prova, nome: str) -> None:
    voluta = CellaVoluta(
        prova.iscrizioni[1].pk, prova.competenze["multilinguistica"].pk, Contenuto("A"), 1
    )
    salva_celle(**chi(prova, inserimento=_con_classe(prova, nome), volute=[voluta]))


class TestRiapertura:
    def test_torna_modificabile_e_il_registro_tiene_la_proposta(self, prova: Prova) -> None:
        piena(prova)
        congela(prova)
        delibera(prova, prova.chiave(3, "alfabetica"), Livello.D, "accertato a voce")
        autore = prova.come(prova.dirigente)
        riapri_classe(
            autore=autore, adesso=ADESSO, rilevata_id=prova.rilevata.pk, motivo="errore in Storia"
        )
        prova.rilevata.refresh_from_db()
        assert prova.rilevata.stato == StatoClasse.APERTA
        assert prova.rilevata.congelata_il is None
        riga = Operazione.objects.get(azione="riapre classe")
        assert riga.dati["motivo"] == "errore in Storia"
        assert any(livello[-1] == "accertato a voce" for livello in riga.dati["livelli"])
        assert LivelloCertificato.objects.count() == 36
        avviso = Promemoria.objects.get(tipo="competenze.riapertura_classe")
        assert avviso.destinatario == prova.coordinatrice
        assert "errore in Storia" in avviso.testo

    def test_il_nuovo_congelamento_sostituisce_la_proposta(self, prova: Prova) -> None:
        piena(prova)
        congela(prova)
        autore = prova.come(prova.dirigente)
        riapri_classe(autore=autore, adesso=ADESSO, rilevata_id=prova.rilevata.pk, motivo="errore")
        Valutazione.objects.filter(
            iscrizione=prova.iscrizioni[0], competenza=prova.competenze["alfabetica"]
        ).update(livello="D")
        congela(prova)
        assert LivelloCertificato.objects.count() == 36
        assert certificato(prova.chiave(0, "alfabetica")).livello == "D"

    def test_senza_motivo_o_da_aperta(self, prova: Prova) -> None:
        piena(prova)
        autore = prova.come(prova.dirigente)
        dati = {"autore": autore, "adesso": ADESSO, "rilevata_id": prova.rilevata.pk}
        with pytest.raises(AttoRifiutato) as rifiuto:
            riapri_classe(**dati, motivo="perché")
        assert codici(rifiuto) == ["stato_incompatibile"]
        congela(prova)
        with pytest.raises(AttoRifiutato) as rifiuto:
            riapri_classe(**dati, motivo="  ")
        assert codici(rifiuto) == ["motivo_mancante"]
        prova.rilevata.refresh_from_db()
        assert prova.rilevata.stato == StatoClasse.CONGELATA

    def test_a_rilevazione_chiusa_prima_riapre_la_segreteria(self, prova: Prova) -> None:
        piena(prova)
        congela(prova)
        Rilevazione.objects.update(stato=StatoRilevazione.CHIUSA)
        dati = {"adesso": ADESSO, "rilevata_id": prova.rilevata.pk, "motivo": "errore"}
        with pytest.raises(AttoRifiutato) as rifiuto:
            riapri_classe(autore=prova.come(prova.dirigente), **dati)
        assert codici(rifiuto) == ["rilevazione_chiusa"]
        prova.rilevata.refresh_from_db()
        assert prova.rilevata.stato == StatoClasse.CONGELATA


class TestDelibera:
    def test_un_livello_diverso_con_il_motivo(self, prova: Prova) -> None:
        piena(prova)
        congela(prova)
        chiave = prova.chiave(0, "personale")
        riga = delibera(prova, chiave, Livello.A, "il consiglio all’unanimità")
        assert (riga.proposto, riga.livello, riga.origine) == ("B", "A", OrigineLivello.CONSIGLIO)
        registro = Operazione.objects.get(azione="delibera livello")
        assert (registro.dati["proposto"], registro.dati["livello"]) == ("B", "A")

    def test_non_si_certifica_con_il_motivo(self, prova: Prova) -> None:
        piena(prova)
        congela(prova)
        riga = delibera(prova, prova.chiave(3, "alfabetica"), Livello.NV, "sempre assente")
        assert (riga.proposto, riga.livello, riga.motivo) == ("", "NV", "sempre assente")

    def test_tornare_alla_proposta_ne_rende_l_origine(self, prova: Prova) -> None:
        piena(prova)
        chiave = prova.chiave(2, "alfabetica")
        decidi(prova, chiave, Livello.A, "decisa prima")
        congela(prova)
        delibera(prova, chiave, Livello.B, "il consiglio abbassa")
        riga = delibera(prova, chiave, Livello.A)
        assert (riga.livello, riga.origine, riga.motivo) == ("A", "decisione", "decisa prima")
        media = prova.chiave(0, "alfabetica")
        delibera(prova, media, Livello.B, "il consiglio abbassa")
        riga = delibera(prova, media, Livello.A)
        assert (riga.origine, riga.motivo) == (OrigineLivello.MEDIA, "")

    def test_senza_motivo_prima_dello_scrutinio_o_da_aperta(self, prova: Prova) -> None:
        piena(prova)
        chiave = prova.chiave(0, "personale")
        with pytest.raises(AttoRifiutato) as rifiuto:
            delibera(prova, chiave, Livello.A, "motivo")
        assert codici(rifiuto) == ["classe_aperta"]
        congela(prova)
        with pytest.raises(AttoRifiutato) as rifiuto:
            delibera(prova, chiave, Livello.A, "motivo", adesso=ADESSO)
        assert codici(rifiuto) == ["scrutinio_non_svolto"]
        with pytest.raises(AttoRifiutato) as rifiuto:
            delibera(prova, chiave, Livello.A, " ")
        assert codici(rifiuto) == ["motivo_mancante"]
        assert certificato(chiave).livello == "B"
        assert "delibera livello" not in azioni()


class TestSolleciti:
    def manda(self, prova: Prova, *nomi: str, adesso=ADESSO) -> int:
        return sollecita(
            autore=prova.come(prova.coordinatrice, adesso),
            adesso=adesso,
            rilevata_id=prova.rilevata.pk,
            inserimenti_id=[prova.inserimenti[nome].pk for nome in nomi],
        )

    def test_chi_insegna_oggi_una_volta_al_giorno(self, prova: Prova) -> None:
        assert self.manda(prova, "Inglese", "Tedesco") == 2
        assert self.manda(prova, "Inglese") == 0
        avviso = Promemoria.objects.get(destinatario__cognome="Docente Inglese")
        assert avviso.riferimento == f"inserimento/{prova.inserimenti['Inglese'].pk}"
        assert "venerdì 7 giugno 2024" in avviso.testo
        assert azioni() == ["sollecita docenti"]
        assert self.manda(prova, "Inglese", adesso=ADESSO + timedelta(days=1)) == 1

    def test_chi_non_ha_piu_l_incarico_non_riceve_nulla(self, prova: Prova) -> None:
        Incarico.objects.filter(cattedra=prova.inserimenti["Inglese"].cattedra).update(
            revocato_il=ADESSO
        )
        assert self.manda(prova, "Inglese") == 0
        assert not Promemoria.objects.exists()

    def test_una_disciplina_di_un_altra_classe_non_si_sollecita(self, prova: Prova) -> None:
        altra = classe_di_prova(prova.istituto, sezione="C")
        quanti = sollecita(
            **chi(
                prova,
                rilevata_id=prova.rilevata.pk,
                inserimenti_id=[altra.inserimenti["Inglese"].pk],
            )
        )
        assert quanti == 0

    def test_chi_ha_registrato_non_si_sollecita(self, prova: Prova) -> None:
        prova.registra("Inglese")
        with pytest.raises(AttoRifiutato) as rifiuto:
            self.manda(prova, "Inglese", "Tedesco")
        assert codici(rifiuto) == ["disciplina_registrata"]
        assert not Promemoria.objects.exists()


class TestMotivoMancanza:
    def test_si_scrive_e_si_toglie(self, prova: Prova) -> None:
        inserimento = _con_classe(prova, "Tedesco")
        motiva_mancanza(**chi(prova, inserimento=inserimento, motivo=" cattedra vacante "))
        inserimento.refresh_from_db()
        assert inserimento.motivo_mancanza == "cattedra vacante"
        togli_motivo_mancanza(**chi(prova, inserimento=_con_classe(prova, "Tedesco")))
        inserimento.refresh_from_db()
        assert inserimento.motivo_mancanza == ""
        assert azioni() == ["motiva mancanza", "attende disciplina"]

    def test_rifiuti(self, prova: Prova) -> None:
        prova.registra("Inglese")
        casi = [("Tedesco", " ", "motivo_mancante"), ("Inglese", "x", "disciplina_registrata")]
        for nome, motivo, codice in casi:
            with pytest.raises(AttoRifiutato) as rifiuto:
                motiva_mancanza(**chi(prova, inserimento=_con_classe(prova, nome), motivo=motivo))
            assert codici(rifiuto) == [codice]
        with pytest.raises(AttoRifiutato) as rifiuto:
            togli_motivo_mancanza(**chi(prova, inserimento=_con_classe(prova, "Tedesco")))
        assert codici(rifiuto) == ["nessun_motivo"]
        assert azioni() == []
