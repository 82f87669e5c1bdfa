from django.urls import path

from cpia.avvisi import views

urlpatterns = [
    path("scrivania/", views.scrivania, name="scrivania"),
    path("scrivania/<int:pk>/perche/", views.perche_scadenza, name="perche_scadenza"),
    path("avvisi/", views.avvisi, name="avvisi"),
    path("avvisi/letti/", views.avvisi_letti, name="avvisi_letti"),
    path("avvisi/<int:pk>/", views.avviso, name="avviso"),
    path("lavori/<int:pk>/", views.lavoro, name="lavoro"),
    path("lavori/<int:pk>/ferma/", views.lavoro_ferma, name="lavoro_ferma"),
]
