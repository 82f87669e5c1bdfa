"""One case from the report to the destruction of the file: Porto Venere, seven days, June 2026."""

from datetime import date

from cpia.norme.rules.motivi import Valore
from disciplina.cataloghi import catalogo
from disciplina.enums import (
    ComponenteGaranzia,
    Composizione,
    Giudice,
    OrganoCompetente,
    Parte,
    Passo,
    Provvedimento,
)
from disciplina.rules.competenza import Proposta
from disciplina.rules.conservazione import distruzione
from disciplina.rules.conversione import contro_provvedimento
from disciplina.rules.convocare import prima_seduta
from disciplina.rules.esecuzione import fine_sospensione
from disciplina.rules.garanzia import Membro, chi_siede
from disciplina.rules.limiti import contro_organo
from disciplina.rules.orologio import Momenti, piu_vicina, scadenze
from disciplina.rules.parametri import regole_organo, regole_termini
from disciplina.rules.passi import contro_passo, percorso_di, prossimo
from disciplina.rules.ricorsi import vie_aperte
from disciplina.rules.scala import recidiva
from tests.disciplina.scena import PORTO_VENERE, codici, parametri

OGGI = date(2026, 6, 3)
FATTO = date(2026, 5, 11)
PROPOSTA = Proposta(Provvedimento.SOSPENSIONE, 7, FATTO)
FATTI = [Passo.SEGNALAZIONE, Passo.CONTESTAZIONE, Passo.AUDIZIONE, Passo.MEMORIA, Passo.PROPOSTA]


def test_from_the_report_to_the_end():
    letto, valori = catalogo(PORTO_VENERE), parametri(PORTO_VENERE, OGGI)
    percorso = percorso_di(PROPOSTA.tipo)
    assert prossimo(FATTI, percorso) is Passo.CONVOCAZIONE

    preavviso = valori["organi.consiglio_classe.preavviso.ordinaria"]
    momenti = Momenti(FATTO, contestata_il=date(2026, 5, 15))
    tutte = scadenze(momenti, regole_termini(valori), preavviso)
    orologio = piu_vicina(tutte, OGGI)
    assert (orologio.passo, orologio.restano(OGGI)) == (Passo.CONVOCAZIONE, 2)
    assert prima_seduta(OGGI, preavviso) == date(2026, 6, 8)

    regole = regole_organo(valori)
    classe, tutti = OrganoCompetente.CONSIGLIO_CLASSE, Composizione.COMPLETA
    assert contro_organo(PROPOSTA, classe, tutti, letto, regole) == []
    docenti = contro_organo(PROPOSTA, classe, Composizione.SOLI_DOCENTI, letto, regole)
    assert codici(docenti) == ["composizione_ridotta"]

    membri = (
        Membro("ds", "Armida Solari", ComponenteGaranzia.DIRIGENTE, presiede=True),
        Membro("prof", "C. Maragliano", ComponenteGaranzia.DOCENTE),
        Membro("madre", "Una rappresentante", ComponenteGaranzia.GENITORE),
        Membro("eletta", "Prima dei non eletti", ComponenteGaranzia.GENITORE, supplente_di="madre"),
    )
    collegio = chi_siede(membri, {"prof": Parte.SEGNALANTE, "madre": Parte.GENITORE})
    assert [membro.id for membro in collegio.astenuti] == ["prof", "madre"]
    assert [membro.id for membro in collegio.siedono] == ["ds", "eletta"]

    assert recidiva(frozenset({"b"}), FATTO, [], letto).volte == 0
    riga = letto.sanzione("sospensione-6-15")
    senza = contro_provvedimento(riga, 7, "", FATTO, conversione_offerta=True)
    assert codici(senza) == ["attivita_mancante"]

    assert codici(contro_passo(Passo.PROVVEDIMENTO, FATTI, percorso)) == ["manca_decisione"]
    fatti = [*FATTI, Passo.CONVOCAZIONE, Passo.DECISIONE, Passo.PROVVEDIMENTO, Passo.COMUNICAZIONE]
    for quanti in range(len(FATTI), len(fatti)):
        assert contro_passo(fatti[quanti], fatti[:quanti], percorso) == []

    aperte = vie_aperte(date(2026, 6, 10), letto, regole_termini(valori), allontana=True)
    entro = {(via.giudice, via.entro.giorno) for via in aperte}
    assert entro == {
        (Giudice.UFFICIO_TERRITORIALE, date(2026, 7, 10)),
        (Giudice.ORGANO_GARANZIA, date(2026, 6, 25)),
    }

    lezioni = valori["disciplina.giorni_di_lezione"]
    assert fine_sospensione(date(2026, 6, 11), 7, lezioni).giorno == date(2026, 6, 18)
    anni = valori["disciplina.conservazione_anni"]
    fine = distruzione(date(2026, 7, 20), Valore(anni.come(int), anni.fonte))
    assert fine.giorno == date(2031, 8, 31)
