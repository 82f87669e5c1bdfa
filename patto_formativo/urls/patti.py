"""The agreement: drafts, proposal, approval, versions, report."""

from django.urls import path

from patto_formativo.views.patti import atti, bozza, elenchi, firme, patto, piano, sezioni

urlpatterns = [
    path("corsisti/<int:pk>/piano/", piano.piano, name="piano"),
    path("corsisti/<int:pk>/piano/salva/", piano.salva, name="piano_salva"),
    path("corsisti/<int:pk>/piano/apri/", bozza.apri, name="patto_apri"),
    path("corsisti/<int:pk>/piano/ore/", bozza.aggiorna, name="piano_ore"),
    path("corsisti/<int:pk>/piano/riparti/", bozza.riparti, name="piano_riparti"),
    path("corsisti/<int:pk>/piano/proponi/", bozza.proponi, name="proponi"),
    path("corsisti/<int:pk>/patto/", patto.patto, name="patto"),
    path("corsisti/<int:pk>/patto/perche/", patto.perche, name="patto_perche"),
    path("corsisti/<int:pk>/rinuncia/", atti.rinuncia, name="rinuncia"),
    path("versioni/<int:pk>/bozza/", atti.riporta_in_bozza, name="patto_bozza"),
    path("versioni/<int:pk>/firma/", firme.firma, name="patto_firma"),
    path("versioni/<int:pk>/firma-su-carta/", firme.firma_su_carta, name="firma_su_carta"),
    path("versioni/<int:pk>/rinegozia/", atti.rinegozia, name="rinegozia"),
    path("versioni/<int:pk>/conclusione/", atti.concludi, name="patto_concludi"),
    path("versioni/<int:pk>/richieste/", atti.richiesta, name="patto_richiesta"),
    path("richieste/<int:pk>/risposta/", atti.risposta, name="patto_risposta"),
    path("da-approvare/", sezioni.da_approvare, name="da_approvare"),
    path("da-approvare/<int:pk>/", sezioni.sezione, name="sezione"),
    path("da-approvare/<int:pk>/delibera/", sezioni.approva, name="sezione_approva"),
    path("da-approvare/<int:pk>/stampa/", sezioni.ristampa, name="patti_stampa"),
    path("da-firmare/", elenchi.da_firmare, name="da_firmare"),
    path("da-firmare/sollecito/", elenchi.sollecita, name="firma_sollecita"),
    path("due-anni/", elenchi.biennali, name="biennali"),
    path("rapporto/", elenchi.rapporto, name="rapporto"),
]
