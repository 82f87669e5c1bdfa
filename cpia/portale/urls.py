from django.urls import path

from cpia.portale import views

urlpatterns = [path("simulatore/", views.simulatore, name="simulatore")]
