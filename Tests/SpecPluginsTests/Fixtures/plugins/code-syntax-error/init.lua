return {
  checks = 
}}
